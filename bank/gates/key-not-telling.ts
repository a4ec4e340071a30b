import type { ItemOption } from '@pyladder/exam';
import { shapeOf } from '../kinds/output/shape.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';

/** One of four. */
const chance = 0.25;

/** So rarely would chance alone give what is refused. */
const significance = 0.001;

/** A length that a glance tells from another: fewer characters more are no hint. */
const glance = 3;

/** The key does not give itself away: it is not the longest option, or the odd one out, more often than chance. */
export const keyNotTelling: ProvingGate = ({ template, variants }) => {
  const count = variants.length;
  const longest = variants.filter(({ options }) => isLongest(options, glance)).length;
  const odd = variants.filter(({ options }) => isOddOneOut(options)).length;
  const problems: Problem[] = [];
  const place = template.source.placeOf(['misconceptions']);
  if (tail(count, longest) < significance) {
    const what = `The key is the longest option in ${longest} of ${count} variants.`;
    problems.push(problemAt(place, what, 'Add a misconception or a distractor whose output is as long.'));
  }
  if (tail(count, odd) < significance) {
    const what = `The key is the only one of its kind in ${odd} of ${count} variants.`;
    problems.push(problemAt(place, what, 'Add a misconception or a distractor that looks like the key.'));
  }
  return problems;
};

/** Whether the key is longer than every other option, by so many characters. */
export function isLongest(options: readonly ItemOption[], by = 1): boolean {
  const key = options.find((option) => option.key)?.text.length ?? 0;
  return options.every((option) => option.key || option.text.length + by <= key);
}

/** Whether all the others look alike and the key does not. */
export function isOddOneOut(options: readonly ItemOption[]): boolean {
  const others = new Set(options.filter(({ key }) => !key).map(({ text }) => shapeOf(text)));
  return options.some(({ key, text }) => key && others.size === 1 && !others.has(shapeOf(text)));
}

/** Chance of `hits` or more in `count` independent tries. */
export function tail(count: number, hits: number): number {
  let sum = 0;
  let term = (1 - chance) ** count;
  for (let k = 0; k <= count; k++) {
    if (k >= hits) sum += term;
    term *= ((count - k) / (k + 1)) * (chance / (1 - chance));
  }
  return sum;
}
