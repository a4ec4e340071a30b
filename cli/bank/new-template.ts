import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { BadPack, type Pack, readPacks } from '@pyladder/bank';
import { type DraftWish, draftTemplate, type ProposedAnswer } from '@pyladder/bank/authoring';
import type { Pool } from '@pyladder/exam';
import { UserError } from '../user-error.ts';
import { findFolders } from './bank-folders.ts';
import { getPlace, type Place } from './new-place.ts';
import { getProposal, readProgram, withPython } from './propose-distractors.ts';

export type NewWish = { objective?: string; pool: Pool; from?: string; stdin?: string };

/** Writes a template that is as far as it can be without its author, and says what is left to do. @throws UserError | BadPack */
export async function newTemplate(id: string, wish: NewWish): Promise<void> {
  const folders = findFolders();
  const { ladder, packs, problems } = readPacks(folders.pack, folders.extra);
  if (ladder === null) throw new BadPack(problems);
  const templates = packs.flatMap((pack) => pack.templates);
  const place = getPlace(id, { ladder, templates, pool: wish.pool, objective: wish.objective });
  const file = join(folders.pack, place.credential, place.section, 'items', `${place.slug}.yaml`);
  refuseDouble(id, file, packs);
  const { otherObjectives, objective } = place;
  const head = { id, objective, otherObjectives, pool: wish.pool };
  if (wish.from === undefined) {
    write(file, draftTemplate({ ...head, program: null, answers: [] }));
    process.stdout.write(sayEmpty(file, place));
    return;
  }
  const given = readProgram(wish.from, wish.stdin);
  await withPython(async (python, signal) => {
    const { answers } = await getProposal(given, python, signal);
    const draft: DraftWish = { ...head, program: given.program, answers };
    write(file, draftTemplate(draft));
    process.stdout.write(sayFilled(file, place, answers));
  });
}

function refuseDouble(id: string, file: string, packs: readonly Pack[]): void {
  const double = packs.flatMap(({ templates }) => templates).find((template) => template.id === id)?.source.file;
  if (double !== undefined && double !== file)
    throw new UserError(`${id} exists already: ${relative(process.cwd(), double)}`);
}

/** Never over a file that is there. */
function write(file: string, text: string | null): void {
  if (text === null)
    throw new UserError('The program holds characters that YAML does not take. Write them as escapes.');
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new UserError(`${relative(process.cwd(), file)} exists already; it was left as it is.`);
  }
}

function sayFilled(file: string, place: Place, answers: readonly ProposedAnswer[]): string {
  const count = answers.length === 1 ? '1 wrong answer' : `${answers.length} wrong answers`;
  const few = answers.length < 3 ? ' Write a program in which three or more beliefs meet.' : '';
  return [
    `${relative(process.cwd(), file)} is written: beliefs give this program ${count}.${few}`,
    ...sayObjective(place),
    'Next:',
    '  let values vary (params, {{name}} in code), raise variants, write explain, weigh difficulty',
    ...sayCommands(place.id),
  ].join('\n');
}

function sayEmpty(file: string, place: Place): string {
  return [
    `${relative(process.cwd(), file)} is written, with a program to be replaced.`,
    ...sayObjective(place),
    'Next:',
    '  write the program and its params',
    `  pyladder bank propose ${place.id}   ranks the beliefs that change what it prints`,
    ...sayCommands(place.id),
  ].join('\n');
}

function sayObjective({ objective, otherObjectives }: Place): string[] {
  if (otherObjectives.length === 0) return [];
  return [`The objective is ${objective}, which has the fewest templates; others: ${otherObjectives.join(', ')}.`];
}

function sayCommands(id: string): string[] {
  return [
    `  pyladder bank explain ${id}   shows every run behind it`,
    '  pyladder bank check --changed   judges it',
    '',
  ];
}
