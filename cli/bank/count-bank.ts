import { BadPack, loadCompiledBank, measurePool, type PoolShares, readPacks, type Template } from '@pyladder/bank';
import {
  countSections,
  drawTrialForms,
  type FormTrial,
  findShortfalls,
  promiseItems,
  type SectionCensus,
} from '@pyladder/bank/floor';
import { type ExamCredential, isGranted, type Ladder, type Pool } from '@pyladder/exam';
import { findFolders } from './bank-folders.ts';
import { formatCount } from './count-lines.ts';

export type BankCount = {
  sections: SectionCensus[];
  total: Record<Pool, { templates: number; variants: number }>;
  /** How often the key of a compiled practice item gives itself away: by chance 0.25 at most each. */
  telling: PoolShares;
  /** What each credential that has templates lacks of its floor, in sentences. */
  shortfalls: Record<string, string[]>;
  /** What came of drawing forms, for each credential that has templates; empty if none were asked for. */
  forms: Record<string, Record<Pool, FormTrial>>;
};

/**
 * Prints counts of the bank: of its templates, and of the variants they promise.
 *
 * @param forms how many forms to draw from each pool to see whether all can be drawn
 * @throws BadPack
 */
export function countBank({ json, forms }: { json: boolean; forms: number }): void {
  const folders = findFolders();
  const { ladder, packs, problems } = readPacks(folders.pack, folders.extra);
  if (ladder === null || problems.length > 0) throw new BadPack(problems);
  const templates = packs.flatMap((pack) => pack.templates);
  const count = {
    ...countTemplates(ladder, templates, forms),
    telling: measurePool(loadCompiledBank(folders.practice)),
  };
  process.stdout.write(json ? `${JSON.stringify(count, null, 2)}\n` : formatCount(count));
}

function countTemplates(ladder: Ladder, templates: readonly Template[], forms: number): Omit<BankCount, 'telling'> {
  const exams = ladder.credentials.flatMap((credential) => (isGranted(credential) ? [] : [credential]));
  const sections = exams.flatMap((credential) => countSections(credential, templates));
  const filled = exams.filter(({ id }) => templates.some(({ credential }) => credential === id));
  return {
    sections,
    total: { practice: sum(sections, 'practice'), exam: sum(sections, 'exam') },
    shortfalls: Object.fromEntries(filled.map((credential) => [credential.id, findShortfalls(credential, templates)])),
    forms: Object.fromEntries(
      forms === 0 ? [] : filled.map((credential) => [credential.id, tryForms(credential, templates, forms)]),
    ),
  };
}

function tryForms(credential: ExamCredential, templates: readonly Template[], forms: number): Record<Pool, FormTrial> {
  const own = templates.filter((template) => template.credential === credential.id);
  const tryPool = (pool: Pool) =>
    drawTrialForms(credential, promiseItems(own.filter((template) => template.pool === pool)), {
      forms,
      seed: `${credential.id} ${pool}`,
    });
  return { practice: tryPool('practice'), exam: tryPool('exam') };
}

function sum(sections: readonly SectionCensus[], pool: Pool): { templates: number; variants: number } {
  return {
    templates: sections.reduce((total, section) => total + section[pool].templates, 0),
    variants: sections.reduce((total, section) => total + section[pool].variants, 0),
  };
}
