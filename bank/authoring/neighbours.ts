import type { Draw, Param } from '../templates/params.ts';

/**
 * Draws near to one: first those with one param changed, its nearest values first and each param in its
 * turn, then those with two. Values are of the param's own kind, whether or not its list has them.
 */
export function* listNearDraws(draw: Draw, params: readonly Param[]): Generator<Draw> {
  const near = params.map((param) => ({
    name: param.name,
    values: listNearValues(draw.get(param.name) ?? 'None', param),
  }));
  const longest = Math.max(0, ...near.map(({ values }) => values.length));
  for (let step = 0; step < longest; step++) {
    for (const { name, values } of near) {
      const value = values[step];
      if (value !== undefined) yield new Map([...draw, [name, value]]);
    }
  }
  for (let sum = 0; sum < longest * 2; sum++) {
    for (const [place, first] of near.entries()) {
      for (const second of near.slice(place + 1)) {
        for (let step = 0; step <= sum; step++) {
          const [one, two] = [first.values[step], second.values[sum - step]];
          if (one !== undefined && two !== undefined) yield new Map([...draw, [first.name, one], [second.name, two]]);
        }
      }
    }
  }
}

/** Other values for a param as Python source: those it lists, then new ones of the same kind. */
export function listNearValues(value: string, { values, size }: Param): string[] {
  const own = size === null ? values : [];
  const made = size === null ? varyValue(value) : varySample(value, values);
  return [...new Set([...own, ...made])].filter((other) => other !== value);
}

function varyValue(source: string): string[] {
  if (source === 'True' || source === 'False') return ['True', 'False'];
  if (/^-?\d+$/.test(source)) {
    const number = Number(source);
    if (!Number.isSafeInteger(number)) return [];
    return [1, -1, 2, -2, 3, -3]
      .map((by) => number + by)
      .concat([number * 2, number * 10, -number, 0])
      .map(String);
  }
  if (/^-?\d*\.\d*$/.test(source)) {
    const number = Number(source);
    return [0.5, -0.5, 1, -1]
      .map((by) => number + by)
      .concat([number * 2, -number])
      .map(toFloat);
  }
  const value = parseJson(source);
  if (typeof value === 'string') return varyText(value).map((text) => JSON.stringify(text));
  if (Array.isArray(value)) return varyList(value).map(toSource);
  return [];
}

function varyText(text: string): string[] {
  const letters = [...text];
  return [
    letters.slice(0, -1).join(''),
    text + (letters[0] ?? 'a'),
    letters.toReversed().join(''),
    text.toUpperCase(),
    text.toLowerCase(),
    text + text,
  ];
}

function varyList(list: readonly unknown[]): unknown[][] {
  const last = list.at(-1);
  const more = typeof last === 'number' ? last + 1 : last;
  return [list.slice(0, -1), list.concat(more === undefined ? [] : [more]), list.toReversed(), [...list, list[0]]];
}

/** Samples of other sizes and in other orders, of the elements that the param offers. */
function varySample(source: string, values: readonly string[]): string[] {
  const list = parseJson(source);
  if (!Array.isArray(list)) return [];
  // As they stand in the list of the param: 1.0 stays a float.
  const taken = list.map((one) => values.find((value) => parseJson(value) === one) ?? toSource(one));
  const rest = values.filter((value) => !taken.includes(value));
  const orders = [
    taken.toReversed(),
    taken.toSorted((a, b) => Number(a) - Number(b)),
    [...taken.slice(1), ...taken.slice(0, 1)],
    [...rest.slice(0, 1), ...taken.slice(1)],
    [...taken.slice(0, -1), ...rest.slice(-1)],
    [...taken, ...rest.slice(0, 1)],
    [...taken, ...rest.slice(0, 2)],
    taken.slice(0, -1),
  ];
  return orders.filter(({ length }) => length > 0).map((order) => `[${order.join(', ')}]`);
}

/** Python's numbers, texts and lists of them are written as JSON writes them; what is not is left alone. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function toSource(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return Array.isArray(value) ? `[${value.map(toSource).join(', ')}]` : JSON.stringify(value);
}

function toFloat(number: number): string {
  return Number.isInteger(number) ? `${number}.0` : String(Number(number.toPrecision(12)));
}
