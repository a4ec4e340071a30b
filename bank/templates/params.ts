import { type Random, shuffle } from '@pyladder/exam';
import { drawIndex } from '../random.ts';

/** A name that varies: one of some values, or some of them in an order. The values are Python source. */
export type Param = { name: string; values: string[]; size: number | null };

/** One choice for every param: name to Python source. */
export type Draw = ReadonlyMap<string, string>;

/** Below this many possibilities they are all listed and shuffled, so that none is missed; above, drawn at random. */
const listable = 5_000;

/** Different draws in a random order, until there are no more or `limit` were given. */
export function* drawParams(params: readonly Param[], random: Random, limit: number): Generator<Draw> {
  const possibilities = params.reduce((product, param) => product * countChoices(param), 1);
  if (possibilities <= listable) {
    const order = shuffle(
      Array.from({ length: possibilities }, (_, number) => number),
      random,
    );
    for (const number of order.slice(0, limit)) yield drawNumber(params, number);
    return;
  }
  const seen = new Set<string>();
  for (let tries = 0; seen.size < limit && tries < limit * 10; tries++) {
    const draw = new Map(params.map((param) => [param.name, drawAtRandom(param, random)]));
    const signature = JSON.stringify([...draw.values()]);
    if (seen.has(signature)) continue;
    seen.add(signature);
    yield draw;
  }
}

/** How many values a param can have. */
export function countChoices({ values, size }: Param): number {
  if (size === null) return values.length;
  let count = 1;
  for (let taken = 0; taken < size; taken++) count *= values.length - taken;
  return count;
}

/** The draw with this number in [0, product of the counts): every number gives another one. */
function drawNumber(params: readonly Param[], number: number): Draw {
  let rest = number;
  const draw = new Map<string, string>();
  for (const param of params) {
    const count = countChoices(param);
    draw.set(param.name, choiceAt(param, rest % count));
    rest = Math.floor(rest / count);
  }
  return draw;
}

function choiceAt({ values, size }: Param, number: number): string {
  if (size === null) return values[number] ?? 'None';
  const left = [...values];
  let rest = number;
  const taken = Array.from({ length: size }, () => {
    const index = rest % left.length;
    rest = Math.floor(rest / left.length);
    return left.splice(index, 1).join('');
  });
  return `[${taken.join(', ')}]`;
}

function drawAtRandom({ values, size }: Param, random: Random): string {
  if (size === null) return values[drawIndex(random, values.length)] ?? 'None';
  return `[${shuffle(values, random).slice(0, size).join(', ')}]`;
}
