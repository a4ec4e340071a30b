import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ladder } from '@pyladder/exam';
import { z } from 'zod';
import { findDoubles } from '../gates/separate-pools.ts';
import { BadPack, type Problem, problemAt, sortProblems } from '../problem.ts';
import { readTemplate } from '../templates/read-template.ts';
import type { Template } from '../templates/template.ts';
import { readLadder } from './ladder.ts';
import { readReferences } from './references.ts';
import { checkYaml } from './schema-problems.ts';

/** A folder of templates under one licence; the ladder's own pack also holds the ladder. */
export type Pack = {
  folder: string;
  id: string;
  title: string;
  /** SPDX, for every item of the pack. */
  license: string;
  /** From which the practice bank is drawn; null where a pack has no practice items. */
  practiceSeed: string | null;
  templates: Template[];
};

const text = (remedy: string) => z.string({ error: remedy }).min(1, { error: remedy });

const PackShape = z.strictObject(
  {
    id: z
      .string({ error: 'Write lower-case words joined by hyphens.' })
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'Write lower-case words joined by hyphens.' }),
    title: text('Write the title for people.'),
    license: text('Write the SPDX name of the licence, such as CC-BY-SA-4.0.'),
    practiceSeed: text('Write any words; the practice bank is drawn from them.').optional(),
  },
  { error: 'Write id, title and license.' },
);

/** What a folder of packs holds, with everything that is wrong in it. Templates with problems are left out. */
export type PackReading = { pack: Pack | null; problems: Problem[] };

/** Reads `pack.yaml` and every template under `<credential>/<section>/items/`. */
export function readPack(folder: string, ladder: Ladder): PackReading {
  const file = join(folder, 'pack.yaml');
  const start = { file, line: 1, column: 1 };
  if (!existsSync(file)) {
    return {
      pack: null,
      problems: [problemAt(start, 'There is no pack here.', 'Write a pack.yaml with id, title and license.')],
    };
  }
  const checked = checkYaml(file, readFileSync(file, 'utf8'), PackShape);
  if (!checked.ok) return { pack: null, problems: checked.problems };
  const { id, title, license, practiceSeed = null } = checked.value;
  const readings = listTemplateFiles(folder).map((path) => readTemplate(path, folder, ladder));
  const templates = readings.flatMap((reading) => (reading.ok ? [reading.template] : []));
  const problems = [
    ...readings.flatMap((reading) => (reading.ok ? [] : reading.problems)),
    ...readReferences(folder, ladder).problems,
  ];
  return { pack: { folder, id, title, license, practiceSeed, templates }, problems };
}

/**
 * The ladder's pack and the packs that an organisation adds, which may hold exam templates for its credentials only.
 *
 * @param extraFolder a pack, or a folder of packs (`EXAM_PACKS_DIR`); null for none
 */
export function readPacks(
  ladderFolder: string,
  extraFolder: string | null = null,
): { ladder: Ladder | null; packs: Pack[]; problems: Problem[] } {
  const { ladder, problems } = readLadder(ladderFolder);
  if (ladder === null) return { ladder: null, packs: [], problems };
  const own = readPack(ladderFolder, ladder);
  const extra = (extraFolder === null ? [] : listPackFolders(extraFolder)).map((folder) => readPack(folder, ladder));
  const packs = [own, ...extra].flatMap(({ pack }) => (pack === null ? [] : [pack]));
  return {
    ladder,
    packs,
    problems: sortProblems([
      ...[own, ...extra].flatMap((reading) => reading.problems),
      ...(own.pack === null ? [] : wantSeedOf(own.pack)),
      ...extra.flatMap(({ pack }) => (pack === null ? [] : refusePracticeIn(pack))),
      ...findDoubles(packs.flatMap((pack) => pack.templates)),
    ]),
  };
}

/** @throws BadPack naming every problem with file, line and remedy */
export function loadPacks(ladderFolder: string, extraFolder: string | null = null): { ladder: Ladder; packs: Pack[] } {
  const { ladder, packs, problems } = readPacks(ladderFolder, extraFolder);
  if (ladder === null || problems.length > 0) throw new BadPack(problems);
  return { ladder, packs };
}

function wantSeedOf({ folder, practiceSeed, templates }: Pack): Problem[] {
  if (practiceSeed !== null || !templates.some(({ pool }) => pool === 'practice')) return [];
  const start = { file: join(folder, 'pack.yaml'), line: 1, column: 1 };
  return [problemAt(start, 'There are practice items but no `practiceSeed`.', 'Write practiceSeed with any words.')];
}

function refusePracticeIn(pack: Pack): Problem[] {
  return pack.templates
    .filter(({ pool }) => pool !== 'exam')
    .map(({ source }) =>
      problemAt(source.placeOf(['pool']), 'An added pack can hold exam items only.', 'Write pool: exam.'),
    );
}

function listPackFolders(folder: string): string[] {
  if (existsSync(join(folder, 'pack.yaml'))) return [folder];
  const inside = listFolders(folder).filter((path) => existsSync(join(path, 'pack.yaml')));
  return inside.length > 0 ? inside : [folder];
}

function listTemplateFiles(folder: string): string[] {
  return listFolders(folder)
    .flatMap(listFolders)
    .map((section) => join(section, 'items'))
    .filter((items) => existsSync(items))
    .flatMap((items) =>
      readdirSync(items)
        .sort()
        .map((name) => join(items, name)),
    )
    .filter((path) => /\.ya?ml$/.test(path));
}

function listFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(folder, entry.name))
    .sort();
}
