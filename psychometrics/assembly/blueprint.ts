import type { Item } from '../models/item.ts';

/** How many or how much: exactly a number, or within bounds that are both allowed; a bound left out is none. */
export type Span = number | { least?: number; most?: number };

/**
 * An item that forms may be made of.
 *
 * - `section`: the part of the form it belongs to.
 * - `attributes`: what it is, in words (`kind: 'trace'`) or numbers (`words: 40`), for the blueprint to count or add up.
 * - `seconds`: how long it takes.
 * - `set`: the text or table it shares with other items; a form has all items of a set or none, unless told otherwise.
 * - `enemies`: names of groups of which a form has at most one item, because one gives another away.
 * - `mostUses`: on how many of the new forms it may be; the blueprint's if not said. 0 for an item seen too often.
 */
export type AssemblyItem = {
  id: string;
  item: Item;
  section: string;
  attributes?: Readonly<Record<string, string | number>>;
  seconds?: number;
  set?: string;
  enemies?: readonly string[];
  mostUses?: number;
};

/** What a form should tell: about an ability in logits, so much information, or of several in this proportion. */
export type Aim = { theta: number; information: number };

/**
 * What every form is to be like.
 *
 * - `forms`, `length`: how many forms, of how many items each.
 * - `sections`: of which section how many items; items of sections that are not named are not used.
 * - `counts`: of items whose attribute has this value, how many. `sums`: what a numeric attribute adds up to.
 * - `seconds`: how long a form takes.
 * - `sets`: for a set of items, how many of them a form has if it has any.
 * - `mostUses`: on how many of the forms an item may be (exposure); 1 unless told.
 * - `mostShared`: how many items two forms may share (overlap), `earlier` forms (ids of items) too; any number unless told.
 * - `goal`: `most` makes the form that tells least tell as much as can be, in the proportion of the aims; `closest`
 *   makes the largest distance from the aims as small as can be.
 */
export type Blueprint = {
  forms: number;
  length: number;
  sections?: Readonly<Record<string, Span>>;
  counts?: readonly { attribute: string; value: string | number; items: Span }[];
  sums?: readonly { attribute: string; total: Span }[];
  seconds?: Span;
  sets?: Readonly<Record<string, Span>>;
  mostUses?: number;
  mostShared?: number;
  earlier?: readonly (readonly string[])[];
  goal: 'most' | 'closest';
  aims: readonly Aim[];
};

/** Both ends of a span; a missing bound is infinite. */
export function spanEnds(span: Span): { least: number; most: number } {
  if (typeof span === 'number') return { least: span, most: span };
  return { least: span.least ?? Number.NEGATIVE_INFINITY, most: span.most ?? Number.POSITIVE_INFINITY };
}

/** @throws RangeError naming the item or the rule that makes no sense, whatever the bank may hold */
export function checkTask(bank: readonly AssemblyItem[], blueprint: Blueprint): void {
  const known = new Set<string>();
  for (const { id, mostUses, seconds } of bank) {
    if (known.has(id)) throw new RangeError(`item ${id} is in the bank twice`);
    known.add(id);
    if (mostUses !== undefined) checkWhole(mostUses, `item ${id}: most uses`);
    if (seconds !== undefined && !(seconds >= 0)) throw new RangeError(`item ${id}: ${seconds} seconds`);
  }
  checkWhole(blueprint.forms, 'number of forms', 1);
  checkWhole(blueprint.length, 'length of a form', 1);
  checkWhole(blueprint.mostUses ?? 1, 'most uses', 1);
  checkWhole(blueprint.mostShared ?? 0, 'most shared items');
  for (const [what, span] of listSpans(blueprint)) checkSpan(span, what);
  for (const { attribute } of blueprint.sums ?? []) {
    const odd = bank.find(({ attributes }) => !Number.isFinite(attributes?.[attribute] ?? 0));
    if (odd !== undefined) throw new RangeError(`item ${odd.id}: ${attribute} is no number to add up`);
  }
  for (const [at, ids] of (blueprint.earlier ?? []).entries()) {
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw new RangeError(`earlier form ${at + 1}: the bank has no item ${unknown}`);
  }
  if (blueprint.aims.length === 0) throw new RangeError('no aim: say at which ability the forms should tell most');
  for (const { theta, information } of blueprint.aims) {
    if (!(Number.isFinite(theta) && information > 0 && Number.isFinite(information))) {
      throw new RangeError(`aim of information ${information} at ability ${theta}`);
    }
  }
}

function listSpans({ sections, counts, sums, seconds, sets }: Blueprint): [string, Span][] {
  return [
    ...Object.entries(sections ?? {}).map(([name, span]): [string, Span] => [`section ${name}`, span]),
    ...(counts ?? []).map(({ attribute, value, items }): [string, Span] => [`${attribute} ${value}`, items]),
    ...(sums ?? []).map(({ attribute, total }): [string, Span] => [`sum of ${attribute}`, total]),
    ...(seconds === undefined ? [] : [['seconds', seconds] as [string, Span]]),
    ...Object.entries(sets ?? {}).map(([name, span]): [string, Span] => [`set ${name}`, span]),
  ];
}

function checkSpan(span: Span, what: string): void {
  const { least, most } = spanEnds(span);
  if (!(least <= most)) throw new RangeError(`${what}: at least ${least} and at most ${most}`);
}

function checkWhole(number: number, what: string, least = 0): void {
  if (!(Number.isSafeInteger(number) && number >= least)) throw new RangeError(`${what}: ${number}`);
}
