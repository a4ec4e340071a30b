import { type AssemblyItem, type Blueprint, type Span, spanEnds } from './blueprint.ts';

const ROUNDING = 1e-9;

/**
 * What forms break of a blueprint, by counting and with nothing of the solver: a form that was made elsewhere, or changed
 * by hand, can be checked with it too.
 *
 * @param forms ids of items, one list a form
 * @returns a sentence for each breach, none if all is well
 */
export function listBreaches(
  bank: readonly AssemblyItem[],
  blueprint: Blueprint,
  forms: readonly (readonly string[])[],
): string[] {
  const known = new Map(bank.map((item) => [item.id, item]));
  const breaches: string[] = [];
  if (forms.length !== blueprint.forms) breaches.push(`${forms.length} forms, not ${blueprint.forms}`);
  for (const [at, ids] of forms.entries()) {
    const items = ids.flatMap((id) => known.get(id) ?? []);
    const found = items.length === ids.length ? [] : ['an item that the bank does not have'];
    found.push(...formBreaches(items, blueprint));
    breaches.push(...found.map((what) => `form ${at + 1}: ${what}`));
  }
  return [...breaches, ...usesBreaches(bank, blueprint, forms), ...sharedBreaches(blueprint, forms)];
}

function formBreaches(items: readonly AssemblyItem[], blueprint: Blueprint): string[] {
  const { length, sections, counts = [], sums = [], seconds, sets = {} } = blueprint;
  const found: string[] = [];
  const expect = (what: string, amount: number, span: Span) => {
    const { least, most } = spanEnds(span);
    const margin = ROUNDING * Math.max(1, Math.abs(amount));
    if (!(amount >= least - margin && amount <= most + margin)) found.push(`${what}: ${amount}`);
  };
  const total = (of: (item: AssemblyItem) => number) => items.reduce((sum, item) => sum + of(item), 0);
  expect('items', items.length, length);
  expect('different items', new Set(items).size, items.length);
  for (const [name, span] of Object.entries(sections ?? {})) {
    const number = items.filter(({ section }) => section === name).length;
    expect(`section ${name}`, number, span);
  }
  if (sections !== undefined) {
    const strangers = items.filter(({ section }) => !Object.hasOwn(sections, section)).length;
    expect('items of no section', strangers, 0);
  }
  for (const { attribute, value, items: span } of counts) {
    const number = items.filter(({ attributes }) => attributes?.[attribute] === value).length;
    expect(`${attribute} ${value}`, number, span);
  }
  for (const { attribute, total: span } of sums) {
    const sum = total(({ attributes }) => Number(attributes?.[attribute] ?? 0));
    expect(`sum of ${attribute}`, sum, span);
  }
  if (seconds !== undefined) {
    const time = total((item) => item.seconds ?? 0);
    expect('seconds', time, seconds);
  }
  for (const [group, number] of tally(items.flatMap(({ enemies = [] }) => [...new Set(enemies)]))) {
    expect(`enemies ${group}`, number, { most: 1 });
  }
  return [...found, ...setBreaches(items, sets)];
}

/** A set that has no rule of its own is whole; how many make it whole, only the bank knows, and `usesBreaches` is told. */
function setBreaches(items: readonly AssemblyItem[], sets: NonNullable<Blueprint['sets']>): string[] {
  return [...tally(items.flatMap(({ set }) => set ?? []))].flatMap(([name, number]) => {
    const span = Object.hasOwn(sets, name) ? sets[name] : undefined;
    if (span === undefined) return [];
    const { least, most } = spanEnds(span);
    return number >= least && number <= most ? [] : [`set ${name}: ${number}`];
  });
}

function usesBreaches(
  bank: readonly AssemblyItem[],
  { mostUses = 1, sets = {} }: Blueprint,
  forms: readonly (readonly string[])[],
): string[] {
  const uses = tally(forms.flat());
  const tooMany = bank.flatMap((item) => {
    const [number, most] = [uses.get(item.id) ?? 0, item.mostUses ?? mostUses];
    return number > most ? [`item ${item.id} is used ${number} times, not ${most}`] : [];
  });
  const whole = bank.filter(({ set }) => set !== undefined && !Object.hasOwn(sets, set));
  const torn = forms.flatMap((ids, at) => {
    const here = new Set(ids);
    const parts = new Set(whole.filter(({ id }) => here.has(id)).map(({ set }) => set));
    const missing = whole.filter(({ id, set }) => parts.has(set) && !here.has(id));
    return [...new Set(missing.map(({ set }) => set))].map((set) => `form ${at + 1}: set ${set} is not whole`);
  });
  return [...tooMany, ...torn];
}

function sharedBreaches({ mostShared, earlier = [] }: Blueprint, forms: readonly (readonly string[])[]): string[] {
  if (mostShared === undefined) return [];
  const names = [...forms.map((_, at) => `form ${at + 1}`), ...earlier.map((_, at) => `earlier form ${at + 1}`)];
  const all = [...forms, ...earlier].map((ids) => new Set(ids));
  return forms.flatMap((_, one) =>
    all.flatMap((_, other) => {
      if (other <= one) return [];
      const shared = [...(all[one] ?? [])].filter((id) => all[other]?.has(id)).length;
      return shared > mostShared ? [`${names[one]} and ${names[other]} share ${shared} items`] : [];
    }),
  );
}

function tally(words: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const word of words) numbers.set(word, (numbers.get(word) ?? 0) + 1);
  return numbers;
}
