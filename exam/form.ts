import type { ItemSummary } from './item.ts';
import type { ExamCredential, Section } from './ladder.ts';
import type { Random } from './random.ts';
import { shuffle } from './random.ts';
import { Refusal } from './refusal.ts';
import type { AnswerSpace } from './response.ts';

/** One place of a sealed form: which item stands there, and its options in the order shown, under opaque ids. */
export type FormPlace = {
  itemHash: string;
  section: string;
  options: { id: string; index: number }[];
  /** How the item is answered; absent: a choice. */
  answer?: PlaceAnswer;
  /** Whether an answer that is right in part earns a part of the point; absent: it does not. */
  credit?: 'partial';
};

/** Ways of answering other than a choice; `slots` is how many there are. */
export type PlaceAnswer = { type: 'choices' } | { type: 'slots'; slots: number } | { type: 'order' };

/** What a response to a place may hold. */
export function answerSpaceOf({ options, answer }: FormPlace): AnswerSpace {
  return {
    type: answer?.type ?? 'choice',
    optionIds: options.map(({ id }) => id),
    slots: answer?.type === 'slots' ? answer.slots : 0,
  };
}

/** Half an item: how far the sum of a form's difficulties may be from the pass mark's share. Source: CONTENT, "Difficulty and the pass mark". */
export const difficultyTolerance = 0.5;

/** Where chance comes from, and which templates the candidate has met before. */
type Draw = { random: Random; avoid: ReadonlySet<string> };

/**
 * Draws the items of one form: each section as many as the blueprint says, no template twice, objectives spread,
 * and the sum of difficulties within half an item of pass mark × items, so that the pass mark means the same on every form.
 * The items of a set (a scenario) come together and in their order, or not at all.
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
  return shuffle(balance(sections, target, draw), draw.random).flat();
}

/** What is drawn as one: an item, or all items of a set in their order. Never empty. */
type Unit = readonly [ItemSummary, ...ItemSummary[]];

type SectionDraw = { taken: Unit[]; spare: Unit[] };

function drawSection(section: Section, items: readonly ItemSummary[], { random, avoid }: Draw): SectionDraw {
  const own = items.filter((item) => item.section === section.id);
  const units = onePerTemplate(own, random);
  const fresh = units.filter(([first]) => !avoid.has(first.template));
  const met = units.filter(([first]) => avoid.has(first.template));
  const ranked = [...spreadObjectives(fresh), ...spreadObjectives(met)];
  // Sets that come late may find too little room; taken first they leave the rest to single items.
  const draw = fill(ranked, section.items) ?? fill(largestFirst(ranked), section.items);
  if (draw === null) {
    throw new Refusal('form_cannot_be_drawn', { section: section.id, needed: section.items, found: sizeOf(units) });
  }
  return draw;
}

/** Takes units in their order while there is room for them; null if some room stays. */
function fill(units: readonly Unit[], room: number): SectionDraw | null {
  const draw: SectionDraw = { taken: [], spare: [] };
  for (const unit of units) {
    const fits = sizeOf(draw.taken) + unit.length <= room;
    (fits ? draw.taken : draw.spare).push(unit);
  }
  return sizeOf(draw.taken) === room ? draw : null;
}

function largestFirst(units: readonly Unit[]): Unit[] {
  return units.toSorted((left, right) => right.length - left.length);
}

function sizeOf(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.length, 0);
}

/** One variant of each template; templates in random order, whether they have few variants or many. */
function onePerTemplate(items: readonly ItemSummary[], random: Random): Unit[] {
  const byTemplate = Map.groupBy(items, (item) => item.template);
  return shuffle([...byTemplate.values()], random).flatMap((variants) =>
    shuffle(unitsOf(variants), random).slice(0, 1),
  );
}

/** A set that is not whole is no unit: its items would speak of what is not there. */
function unitsOf(variants: readonly ItemSummary[]): Unit[] {
  const groups = Map.groupBy(variants, ({ hash, set }) => set?.id ?? hash);
  return [...groups.values()].flatMap((members): Unit[] => {
    const [first, ...others] = members.toSorted((left, right) => (left.set?.index ?? 0) - (right.set?.index ?? 0));
    return first !== undefined && members.length === (first.set?.size ?? 1) ? [[first, ...others]] : [];
  });
}

/** First one unit of each objective, then a second of each, and so on; order kept within a round. */
function spreadObjectives(units: readonly Unit[]): Unit[] {
  const rounds = new Map<string, number>();
  return units
    .map((unit) => {
      const [{ objective }] = unit;
      const round = rounds.get(objective) ?? 0;
      rounds.set(objective, round + 1);
      return { unit, round };
    })
    .sort((left, right) => left.round - right.round)
    .map(({ unit }) => unit);
}

/**
 * Exchanges taken units for spare ones of the same section and size until the difficulties add up to the target. Each exchange
 * comes nearer to it, so this ends; and as no difficulty reaches 1, it ends short of the target only where no form of these variants is nearer.
 */
function balance(draws: readonly SectionDraw[], target: number, { random, avoid }: Draw): Unit[] {
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
  /** Index in `taken` of the unit that leaves, and in `spare` of the one that enters. */
  out: number;
  into: number;
  leaving: Unit;
  entering: Unit;
  /** What the exchange adds to the sum of difficulties. */
  change: number;
  /** 0: costs nothing. 1: objectives are spread less evenly. 2 or more: the candidate meets a template again. */
  loss: number;
};

function exchanges(draws: readonly SectionDraw[], avoid: ReadonlySet<string>): Exchange[] {
  return draws.flatMap((draw) => {
    const counts = Map.groupBy(draw.taken, ([{ objective }]) => objective);
    const count = ([{ objective }]: Unit) => counts.get(objective)?.length ?? 0;
    return draw.taken.flatMap((leaving, out) =>
      draw.spare.flatMap((entering, into) => {
        if (entering.length !== leaving.length) return [];
        const crowds = leaving[0].objective !== entering[0].objective && count(entering) >= count(leaving);
        const repeats = avoid.has(entering[0].template) && !avoid.has(leaving[0].template);
        const change = difficultyOf(entering) - difficultyOf(leaving);
        return [{ draw, out, into, leaving, entering, change, loss: (crowds ? 1 : 0) + (repeats ? 2 : 0) }];
      }),
    );
  });
}

function sumOfDifficulties(draws: readonly SectionDraw[]): number {
  return draws.reduce((sum, { taken }) => sum + taken.reduce((part, unit) => part + difficultyOf(unit), 0), 0);
}

function difficultyOf(unit: Unit): number {
  return unit.reduce((sum, item) => sum + item.difficulty, 0);
}
