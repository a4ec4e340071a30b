import type { Column, LinearModel, Row } from './linear-model.ts';
import { BETWEEN_FORMS, type Task } from './task.ts';

/**
 * Forms in a model: `whole` for one form whose items are chosen now, otherwise a shadow: `forms` of them taken together,
 * in which items may be there by parts, so that what is chosen now leaves enough for the rest.
 */
export type Block = { forms: number; isWhole: boolean };

/** What is already decided: the forms made before, and how often each item may still be used. */
export type Made = { forms: readonly (readonly number[])[]; usesLeft: readonly number[] };

/** A model, and how to read which items its blocks have. */
export type Formulation = { model: LinearModel; read(values: Float64Array, block: number): number[] };

const HALF = 0.5;

/**
 * The model of forms that are made at once: of each block, for each item whether (or how many times) it is there, for each
 * set whether it is; and one more number, the least information or the largest distance from the aim.
 *
 * @param left names of rules to leave out, and `goal: false` to ask only whether there are such forms
 * @see van der Linden & Adema (1998); van der Linden (2005), chapters 5 to 7
 */
export function formulate(
  task: Task,
  {
    blocks,
    made,
    leaveOut = new Set(),
    goal = true,
  }: { blocks: readonly Block[]; made: Made; leaveOut?: ReadonlySet<string>; goal?: boolean },
): Formulation {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const addColumn = (column: Column) => columns.push(column) - 1;
  const addRow = (row: Row) => {
    if (!leaveOut.has(row.rule) && (Number.isFinite(row.least) || Number.isFinite(row.most))) rows.push(row);
  };
  const value = addColumn({ worth: goal ? 1 : 0, least: 0, most: Number.POSITIVE_INFINITY, isWhole: false });

  const itemsOf = blocks.map(({ forms, isWhole }) => {
    // Even where the number of uses is left out as a rule, no form has an item twice.
    const first = columns.length;
    for (let i = 0; i < task.items; i++) addColumn({ worth: 0, least: 0, most: forms, isWhole });
    for (const { rule, entries, least, most } of formRows(task, first)) {
      addRow({ rule, entries, least: least * forms, most: most * forms });
    }
    for (const { name, members, least, most } of task.sets) {
      const set = addColumn({ worth: 0, least: 0, most: forms, isWhole });
      const entries = members.map((item) => [first + item, 1] as const);
      addRow({ rule: name, entries: [...entries, [set, -least]], least: 0, most: Number.POSITIVE_INFINITY });
      addRow({ rule: name, entries: [...entries, [set, -most]], least: Number.NEGATIVE_INFINITY, most: 0 });
    }
    for (const earlier of [...task.earlier, ...made.forms]) {
      const entries = earlier.map((item) => [first + item, 1] as const);
      const most = task.mostShared * forms;
      addRow({ rule: BETWEEN_FORMS.shared, entries, least: Number.NEGATIVE_INFINITY, most });
    }
    if (goal) for (const row of goalRows(task, { first, forms, value })) addRow(row);
    return first;
  });

  for (const [item, most] of made.usesLeft.entries()) {
    const entries = itemsOf.map((first) => [first + item, 1] as const);
    addRow({ rule: BETWEEN_FORMS.uses, entries, least: Number.NEGATIVE_INFINITY, most });
  }
  if (task.mostShared < task.items && Math.max(...task.mostUses, 0) > 1) {
    const whole = itemsOf.filter((_, at) => blocks[at]?.isWhole === true);
    for (const [one, other] of pairsOf(whole)) addShared(task, { one, other, addColumn, addRow });
  }
  return {
    model: { sense: task.goal === 'most' ? 'maximise' : 'minimise', columns, rows },
    read: (values, block) => {
      const first = itemsOf[block] ?? 0;
      return Array.from({ length: task.items }, (_, i) => i).filter((i) => (values[first + i] ?? 0) > HALF);
    },
  };
}

/** The rules of one form, for the columns of a block. */
function formRows({ rules }: Task, first: number): Row[] {
  return rules.map(({ name, weights, least, most }) => {
    return { rule: name, entries: [...weights].map(([item, weight]) => [first + item, weight] as const), least, most };
  });
}

/** The information of a block is at least the value; or its distance from the aim is at most that, both ways. */
function goalRows(
  { goal, measures }: Task,
  { first, forms, value }: { first: number; forms: number; value: number },
): Row[] {
  return measures.flatMap(({ aim, information }) => {
    const entries = [...information].map((amount, item) => [first + item, amount] as const);
    const reach = (sign: 1 | -1, aimed: number): Row => ({
      rule: 'information',
      entries: [...entries, [value, sign * forms * aim]],
      least: sign === 1 ? aimed : Number.NEGATIVE_INFINITY,
      most: sign === 1 ? Number.POSITIVE_INFINITY : aimed,
    });
    if (goal === 'closest') return [reach(1, forms * aim), reach(-1, forms * aim)];
    const least = { ...reach(-1, 0), least: 0, most: Number.POSITIVE_INFINITY };
    return [least];
  });
}

/** For each item a number that is 1 where both forms have it; few of them may be. */
function addShared(
  { items, mostShared }: Task,
  {
    one,
    other,
    addColumn,
    addRow,
  }: { one: number; other: number; addColumn(column: Column): number; addRow(row: Row): void },
): void {
  const rule = BETWEEN_FORMS.shared;
  const both = Array.from({ length: items }, (_, item) => {
    const column = addColumn({ worth: 0, least: 0, most: 1, isWhole: false });
    const entries = [[one + item, 1] as const, [other + item, 1] as const, [column, -1] as const];
    addRow({ rule, entries, least: Number.NEGATIVE_INFINITY, most: 1 });
    return [column, 1] as const;
  });
  addRow({ rule, entries: both, least: Number.NEGATIVE_INFINITY, most: mostShared });
}

function pairsOf<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));
}
