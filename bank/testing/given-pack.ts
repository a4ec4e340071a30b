import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ExamCredential, findExamCredential, type Ladder } from '@pyladder/exam';
import { onTestFinished } from 'vitest';
import { loadLadder } from '../packs/ladder.ts';
import { readTemplate } from '../templates/read-template.ts';
import type { Template } from '../templates/template.ts';

/** The ladder of the product. */
export const ladder: Ladder = loadLadder(join(import.meta.dirname, '..', '..', 'packs', 'python-ladder'));

/** A credential of the product with an exam. @throws RangeError if there is none of that id */
export function givenExam(id: string): ExamCredential {
  const credential = findExamCredential(ladder, id);
  if (credential === null) throw new RangeError(`no exam for ${id}`);
  return credential;
}

/** A folder for one test. */
export function givenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-bank-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, given by their path below the folder. */
export function givenFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A template file that passes every gate; fields given replace its own, an empty one takes it away. A value is what stands after the colon. */
export function templateText(slug: string, fields: Readonly<Record<string, string>> = {}): string {
  const sound = {
    id: `pcep.flow-control.${slug}`,
    objective: 'for-loops',
    pool: 'practice',
    kind: 'output',
    code: block(
      'total = {{first}}',
      'for number in range({{start}}, {{stop}}, 2):',
      '    total += number',
      'print(total)',
    ),
    params: '{ first: [10, 20], start: [1, 2], stop: [7, 8, 9, 10] }',
    where: '(stop - start) % 2 == 0',
    misconceptions: '[range-stop-inclusive, range-step-ignored, range-start-exclusive, accumulator-overwritten]',
    difficulty: '0.7',
    explain: 'The range stops before {{stop}}, and every number in it is added to {{first}}.',
    variants: '3',
  };
  return Object.entries({ ...sound, ...fields })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** A block text, as it stands after a colon. */
export function block(...lines: string[]): string {
  return `|\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** A template of PCEP's flow control section, read from a file. @throws Error with all that is wrong with it */
export function givenTemplate(fields: Readonly<Record<string, string>> = {}): Template {
  const folder = givenFolder();
  const path = 'pcep/flow-control/items/given.yaml';
  givenFiles(folder, { [path]: templateText('given', fields) });
  const reading = readTemplate(join(folder, path), folder, ladder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.template;
}
