import {
  BadPack,
  loadCompiledBank,
  measurePool,
  type Pack,
  type PoolShares,
  readPacks,
  type Template,
} from '@pyladder/bank';
import { type Item, isGranted, type Ladder, type Pool } from '@pyladder/exam';
import { findFolders } from './bank-folders.ts';

/** What there is of one pool in one section. */
export type PoolCount = {
  templates: number;
  variants: number;
  /** Mean over templates of the chance that a borderline candidate is right; null without templates. */
  difficulty: number | null;
  /** Templates by objective, those without any included. */
  objectives: Record<string, number>;
};

/** What there is for one section, beside the number of items that a form draws from it. */
export type SectionCount = { credential: string; section: string; items: number } & Record<Pool, PoolCount>;

export type BankCount = {
  sections: SectionCount[];
  total: Record<Pool, { templates: number; variants: number }>;
  /** How often the key of a compiled practice item gives itself away: by chance 0.25 at most each. */
  telling: PoolShares;
};

/** Prints counts of the bank: of its templates, and of the variants they promise. @throws BadPack */
export function countBank({ json }: { json: boolean }): void {
  const folders = findFolders();
  const { ladder, packs, problems } = readPacks(folders.pack, folders.extra);
  if (ladder === null || problems.length > 0) throw new BadPack(problems);
  const count = countTemplates(ladder, packs, loadCompiledBank(folders.practice));
  process.stdout.write(json ? `${JSON.stringify(count, null, 2)}\n` : formatCount(count));
}

/** Counts templates of all packs by section and pool. */
function countTemplates(ladder: Ladder, packs: readonly Pack[], practice: readonly Item[]): BankCount {
  const templates = packs.flatMap((pack) => pack.templates);
  const sections = ladder.credentials.flatMap((credential) =>
    isGranted(credential)
      ? []
      : credential.sections.map(({ id, items, objectives }): SectionCount => {
          const own = templates.filter((template) => template.credential === credential.id && template.section === id);
          const ids = objectives.map((objective) => objective.id);
          return {
            credential: credential.id,
            section: id,
            items,
            practice: countPool(
              own.filter(({ pool }) => pool === 'practice'),
              ids,
            ),
            exam: countPool(
              own.filter(({ pool }) => pool === 'exam'),
              ids,
            ),
          };
        }),
  );
  return {
    sections,
    total: { practice: sum(sections, 'practice'), exam: sum(sections, 'exam') },
    telling: measurePool(practice),
  };
}

function countPool(templates: readonly Template[], objectives: readonly string[]): PoolCount {
  const total = templates.reduce((sum, { difficulty }) => sum + difficulty, 0);
  return {
    templates: templates.length,
    variants: templates.reduce((sum, { variants }) => sum + variants, 0),
    difficulty: templates.length === 0 ? null : total / templates.length,
    objectives: Object.fromEntries(
      objectives.map((id) => [id, templates.filter(({ objective }) => objective === id).length]),
    ),
  };
}

function sum(sections: readonly SectionCount[], pool: Pool): { templates: number; variants: number } {
  return {
    templates: sections.reduce((total, section) => total + section[pool].templates, 0),
    variants: sections.reduce((total, section) => total + section[pool].variants, 0),
  };
}

function formatCount({ sections, total, telling }: BankCount): string {
  const rows = [
    ['section', 'in a form', 'practice', 'variants', 'exam', 'variants', 'without practice · exam'],
    ...sections.map(({ credential, section, items, practice, exam }) => [
      `${credential} / ${section}`,
      items,
      practice.templates,
      practice.variants,
      exam.templates,
      exam.variants,
      `${missing(practice)} · ${missing(exam)} objectives`,
    ]),
    ['all', '', total.practice.templates, total.practice.variants, total.exam.templates, total.exam.variants, ''],
  ].map((row) => row.map(String));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const note = `The key is the longest option in ${Math.round(telling.longest * 100)} % of the practice items (chance: 25 % at most).\n`;
  return `${table.join('\n')}\n${note}`;
}

function missing({ objectives }: PoolCount): number {
  return Object.values(objectives).filter((templates) => templates === 0).length;
}
