import type { ItemSummary } from './item.ts';
import type { ExamCredential, Section } from './ladder.ts';
import type { Random } from './random.ts';
import { shuffle } from './random.ts';
import { Refusal } from './refusal.ts';

/** One place of a sealed form: which item stands there, and its options in the order shown, under opaque ids. */
export type FormPlace = { itemHash: string; section: string; options: { id: string; index: number }[] };

/** Half an item: how far the sum of a form's difficulties may be from the pass mark's share. Source: CONTENT, "Difficulty and the pass mark". */
export const difficultyTolerance = 0.5;

/** Where chance comes from, and which templates the candidate has met before. */
type Draw = { random: Random; avoid: ReadonlySet<string> };

/**
 * Draws the items of one form: each section as many as the blueprint says, no template twice, objectives spread,
 * and the sum of difficulties within half an item of pass mark × items, so that the pass mark means the same on every form.
 * The order of `items` does not matter: the same bank and the same random numbers give the same form.
 *
 * @param items the variants to draw from, of this credential and pool
 * @param avoid templates the candidate has met before: taken only when a section has too few others,
 * or when the difficulties cannot be balanced without them
 * @returns summaries in the order shown
 * @throws Refusal form_cannot_be_drawn (detail says which section lacks what, or that difficulties do not balance)
 */
export function drawForm(credential: ExamCredential, items: readonly ItemSummary[], draw: Draw): ItemSummary[] {
  const inOrder = [...items].sort((left, right) => (left.hash < right.hash ? -1 : 1));
  const sections = credential.sections.map((section) => drawSection(section, inOrder, draw));
  const target = credential.exam.passMark * credential.exam.items;
  return shuffle(balance(sections, target, draw), draw.random);
}

type SectionDraw = { taken: ItemSummary[]; spare: ItemSummary[] };

function drawSection(section: Section, items: readonly ItemSummary[], { random, avoid }: Draw): SectionDraw {
  const own = items.filter((item) => item.section === section.id);
  const templates = onePerTemplate(own, random);
  if (templates.length < section.items) {
    throw new Refusal('form_cannot_be_drawn', { section: section.id, needed: section.items, found: templates.length });
  }
  const fresh = templates.filter((item) => !avoid.has(item.template));
  const met = templates.filter((item) => avoid.has(item.template));
  const ranked = [...spreadObjectives(fresh), ...spreadObjectives(met)];
  return { taken: ranked.slice(0, section.items), spare: ranked.slice(section.items) };
}

/** One variant of each template; templates in random order, whether they have few variants or many. */
function onePerTemplate(items: readonly ItemSummary[], random: Random): ItemSummary[] {
  const byTemplate = Map.groupBy(items, (item) => item.template);
  return shuffle([...byTemplate.values()], random).flatMap((variants) => shuffle(variants, random).slice(0, 1));
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

/**
 * Exchanges taken items for spare ones of the same section until the difficulties add up to the target. Each exchange
 * comes nearer to it, so this ends; and as no difficulty reaches 1, it ends short of the target only where no form of these variants is nearer.
 */
function balance(draws: readonly SectionDraw[], target: number, { random, avoid }: Draw): ItemSummary[] {
  const current = draws.map(({ taken, spare }) => ({ taken: [...taken], spare: [...spare] }));
  for (;;) {
    const gap = target - sumOfDifficulties(current);
    if (Math.abs(gap) <= difficultyTolerance) return current.flatMap(({ taken }) => taken);
    const better = exchanges(current, avoid).filter(({ change }) => Math.abs(gap - change) < Math.abs(gap) - 1e-9);
    const leastLoss = Math.min(...better.map(({ loss }) => loss));
    const [chosen] = shuffle(
      better.filter(({ loss }) => loss === leastLoss),
      random,
    );
    if (chosen === undefined) throw unbalanced(target, target - gap);
    const { draw, out, into, leaving, entering } = chosen;
    draw.taken[out] = entering;
    draw.spare[into] = leaving;
  }
}

function unbalanced(target: number, reached: number): Refusal {
  const inHundredths = (difficulty: number) => Math.round(difficulty * 100) / 100;
  return new Refusal('form_cannot_be_drawn', {
    reason: 'difficulty',
    target: inHundredths(target),
    reached: inHundredths(reached),
  });
}

type Exchange = {
  draw: SectionDraw;
  /** Index in `taken` of the item that leaves, and in `spare` of the one that enters. */
  out: number;
  into: number;
  leaving: ItemSummary;
  entering: ItemSummary;
  /** What the exchange adds to the sum of difficulties. */
  change: number;
  /** 0: costs nothing. 1: objectives are spread less evenly. 2 or more: the candidate meets a template again. */
  loss: number;
};

function exchanges(draws: readonly SectionDraw[], avoid: ReadonlySet<string>): Exchange[] {
  return draws.flatMap((draw) => {
    const counts = Map.groupBy(draw.taken, (item) => item.objective);
    const count = (item: ItemSummary) => counts.get(item.objective)?.length ?? 0;
    return draw.taken.flatMap((leaving, out) =>
      draw.spare.map((entering, into) => {
        const crowds = leaving.objective !== entering.objective && count(entering) >= count(leaving);
        const repeats = avoid.has(entering.template) && !avoid.has(leaving.template);
        const change = entering.difficulty - leaving.difficulty;
        return { draw, out, into, leaving, entering, change, loss: (crowds ? 1 : 0) + (repeats ? 2 : 0) };
      }),
    );
  });
}

function sumOfDifficulties(draws: readonly SectionDraw[]): number {
  return draws.reduce((sum, { taken }) => sum + taken.reduce((part, item) => part + item.difficulty, 0), 0);
}
