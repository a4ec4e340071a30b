import { itemInformation } from '../models/information.ts';
import { type AssemblyItem, type Blueprint, checkTask, spanEnds } from './blueprint.ts';

/** A rule on one form: what its items weigh in all lies between two bounds. */
export type Rule = { name: string; weights: ReadonlyMap<number, number>; least: number; most: number };

/** A set of items: if a form has any of them, how many. */
export type SetRule = { name: string; members: readonly number[]; least: number; most: number };

/** The information that each item gives at one ability, and how much of it is aimed at. */
export type Measure = { aim: number; information: Float64Array };

/** A bank and a blueprint as rows of numbers; items are known by their places in the bank. */
export type Task = {
  items: number;
  forms: number;
  rules: Rule[];
  sets: SetRule[];
  mostUses: number[];
  mostShared: number;
  earlier: number[][];
  goal: Blueprint['goal'];
  measures: Measure[];
};

/** The name of the rule of how many items a form has. */
export const LENGTH = 'length';

/** Names of the rules that lie between forms. */
export const BETWEEN_FORMS = {
  uses: 'how often an item may be used',
  shared: 'how many items two forms may share',
} as const;

/** Turns a bank and a blueprint into a task. @throws RangeError for what makes no sense */
export function poseTask(bank: readonly AssemblyItem[], blueprint: Blueprint): Task {
  checkTask(bank, blueprint);
  const places = new Map(bank.map(({ id }, at) => [id, at]));
  const { sections, mostUses = 1 } = blueprint;
  return {
    items: bank.length,
    forms: blueprint.forms,
    rules: listRules(bank, blueprint),
    sets: listSets(bank, blueprint),
    mostUses: bank.map((one) =>
      sections !== undefined && !Object.hasOwn(sections, one.section) ? 0 : (one.mostUses ?? mostUses),
    ),
    mostShared: blueprint.mostShared ?? Number.POSITIVE_INFINITY,
    earlier: (blueprint.earlier ?? []).map((ids) => ids.flatMap((id) => places.get(id) ?? [])),
    goal: blueprint.goal,
    measures: blueprint.aims.map(({ theta, information }) => ({
      aim: information,
      information: Float64Array.from(bank, ({ item }) => itemInformation(item, theta)),
    })),
  };
}

function listRules(bank: readonly AssemblyItem[], blueprint: Blueprint): Rule[] {
  const weigh = (weight: (item: AssemblyItem) => number) =>
    new Map(bank.map((item, at): [number, number] => [at, weight(item)]).filter(([, amount]) => amount !== 0));
  const { length, sections = {}, counts = [], sums = [], seconds } = blueprint;
  const rules: Rule[] = [{ name: LENGTH, weights: weigh(() => 1), least: length, most: length }];
  for (const [name, span] of Object.entries(sections)) {
    rules.push({
      name: `section ${name}`,
      weights: weigh(({ section }) => Number(section === name)),
      ...spanEnds(span),
    });
  }
  for (const { attribute, value, items } of counts) {
    const weights = weigh(({ attributes }) => Number(attributes?.[attribute] === value));
    rules.push({ name: `${attribute} ${value}`, weights, ...spanEnds(items) });
  }
  for (const { attribute, total } of sums) {
    const weights = weigh(({ attributes }) => Number(attributes?.[attribute] ?? 0));
    rules.push({ name: `sum of ${attribute}`, weights, ...spanEnds(total) });
  }
  if (seconds !== undefined) {
    rules.push({ name: 'seconds', weights: weigh((item) => item.seconds ?? 0), ...spanEnds(seconds) });
  }
  for (const group of new Set(bank.flatMap(({ enemies = [] }) => enemies))) {
    const weights = weigh(({ enemies = [] }) => Number(enemies.includes(group)));
    if (weights.size > 1) rules.push({ name: `enemies ${group}`, weights, least: Number.NEGATIVE_INFINITY, most: 1 });
  }
  return rules;
}

function listSets(bank: readonly AssemblyItem[], { sets = {} }: Blueprint): SetRule[] {
  const members = new Map<string, number[]>();
  for (const [at, { set }] of bank.entries()) {
    if (set !== undefined) members.set(set, [...(members.get(set) ?? []), at]);
  }
  return [...members].map(([name, items]) => {
    const span = Object.hasOwn(sets, name) ? sets[name] : undefined;
    const { least, most } = spanEnds(span ?? items.length);
    return { name: `set ${name}`, members: items, least: Math.max(0, least), most: Math.min(items.length, most) };
  });
}
