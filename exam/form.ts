import type { ItemSummary } from './item.ts';
import type { ExamCredential, Section } from './ladder.ts';
import type { Random } from './random.ts';
import { shuffle } from './random.ts';
import { Refusal } from './refusal.ts';

/** One place of a sealed form: which item stands there, and its options in the order shown, under opaque ids. */
export type FormPlace = { itemHash: string; section: string; options: { id: string; index: number }[] };

/** Half an item: how far the sum of a form's difficulties may be from the pass mark's share. Source: CONTENT, "Difficulty and the pass mark". */
export const difficultyTolerance = 0.5;

/**
 * Draws the items of one form: each section as many as the blueprint says, no template twice, objectives spread,
 * and the sum of difficulties within half an item of pass mark × items, so that the pass mark means the same on every form.
 *
 * @param items the variants to draw from, of this credential and pool
 * @param avoid templates the candidate has met before: taken only when a section has too few others
 * @returns summaries in the order shown
 * @throws Refusal form_cannot_be_drawn (detail says which section lacks what, or that difficulties do not balance)
 */
export function drawForm(
  credential: ExamCredential,
  items: readonly ItemSummary[],
  { random, avoid }: { random: Random; avoid: ReadonlySet<string> },
): ItemSummary[] {
  const drawn = credential.sections.map((section) => drawSection(section, items, { random, avoid }));
  const target = credential.exam.passMark * credential.exam.items;
  const balanced = balance(drawn, { target, random });
  return shuffle(balanced, random);
}

type SectionDraw = { taken: ItemSummary[]; spare: ItemSummary[] };

function drawSection(
  section: Section,
  items: readonly ItemSummary[],
  { random, avoid }: { random: Random; avoid: ReadonlySet<string> },
): SectionDraw {
  const templates = onePerTemplate(
    items.filter((item) => item.section === section.id),
    random,
  );
  if (templates.length < section.items) {
    throw new Refusal('form_cannot_be_drawn', { section: section.id, needed: section.items, found: templates.length });
  }
  const fresh = templates.filter((item) => !avoid.has(item.template));
  const met = templates.filter((item) => avoid.has(item.template));
  const inOrder = [...spreadObjectives(fresh), ...spreadObjectives(met)];
  const spare =
    fresh.length >= section.items ? inOrder.slice(section.items, fresh.length) : inOrder.slice(section.items);
  return { taken: inOrder.slice(0, section.items), spare };
}

/** One variant of each template, templates in random order. */
function onePerTemplate(items: readonly ItemSummary[], random: Random): ItemSummary[] {
  const byTemplate = new Map<string, ItemSummary>();
  for (const item of shuffle(items, random)) if (!byTemplate.has(item.template)) byTemplate.set(item.template, item);
  return [...byTemplate.values()];
}

/** First one item of each objective, then a second of each, and so on; order kept within a round. */
function spreadObjectives(items: readonly ItemSummary[]): ItemSummary[] {
  const rounds = new Map<string, number>();
  return items
    .map((item) => {
      const round = rounds.get(item.objective) ?? 0;
      rounds.set(item.objective, round + 1);
      return { item, round };
    })
    .sort((left, right) => left.round - right.round)
    .map(({ item }) => item);
}

/** Exchanges taken items for spare ones of the same section until the difficulties add up to the target. */
function balance(draws: readonly SectionDraw[], { target, random }: { target: number; random: Random }): ItemSummary[] {
  let current = draws.map(({ taken, spare }) => ({ taken: [...taken], spare: [...spare] }));
  for (let round = 0; round < 200; round++) {
    const gap = target - sumOfDifficulties(current);
    if (Math.abs(gap) <= difficultyTolerance) return current.flatMap(({ taken }) => taken);
    const better = exchanges(current).filter(({ change }) => Math.abs(gap - change) < Math.abs(gap) - 1e-9);
    const [chosen] = shuffle(better, random);
    if (chosen === undefined) break;
    current = exchange(current, chosen);
  }
  throw new Refusal('form_cannot_be_drawn', {
    reason: 'difficulty',
    target: Math.round(target * 100) / 100,
    reached: Math.round(sumOfDifficulties(current) * 100) / 100,
  });
}

type Exchange = { section: number; out: number; into: number; change: number };

function exchanges(draws: readonly SectionDraw[]): Exchange[] {
  return draws.flatMap(({ taken, spare }, section) =>
    taken.flatMap((leaving, out) =>
      spare.map((entering, into) => ({ section, out, into, change: entering.difficulty - leaving.difficulty })),
    ),
  );
}

function exchange(draws: SectionDraw[], { section, out, into }: Exchange): SectionDraw[] {
  return draws.map((draw, at) => {
    const leaving = draw.taken[out];
    const entering = draw.spare[into];
    if (at !== section || leaving === undefined || entering === undefined) return draw;
    return { taken: draw.taken.with(out, entering), spare: draw.spare.with(into, leaving) };
  });
}

function sumOfDifficulties(draws: readonly SectionDraw[]): number {
  return draws.reduce((sum, { taken }) => sum + taken.reduce((part, item) => part + item.difficulty, 0), 0);
}
