import type { ProvingGate, ReadingGate } from '../../gates/gate.ts';
import { describeDraw } from '../../gates/same-key.ts';
import { type Problem, problemAt } from '../../problem.ts';
import { readRightSide } from './fields.ts';

/** Either the right sides are found by Python, or every pair says its own and what holds for it only. */
export const pairsComplete: ReadingGate = ({ texts, fields, source }) => {
  const isFound = readRightSide(fields) !== 'check';
  const all = Array.isArray(fields.pairs) ? fields.pairs.length : 0;
  const problems = Array.from({ length: all }, (_, index): Problem[] => {
    const says = (name: string): boolean => texts[`${name} ${index}`] !== undefined;
    const place = source.placeOf(['pairs', index]);
    if (isFound && (says('right') || says('check'))) {
      const what = 'The pair says its right side, which is to be found by `of`.';
      return [problemAt(place, what, 'Take `right` and `check` out, or `of`.')];
    }
    if (!isFound && !(says('right') && says('check') && says('because'))) {
      const what = 'Nothing says what goes with the left side.';
      return [
        problemAt(place, what, 'Write right, check and because; or, for all pairs, of: type, repr or exception.'),
      ];
    }
    return [];
  }).flat();
  const shown = typeof fields.shown === 'number' ? fields.shown : 0;
  if (shown <= all) return problems;
  const what = `There are ${all} pairs, ${shown} are to be shown.`;
  return [...problems, problemAt(source.placeOf(['shown']), what, `Write ${all} or less, or more pairs.`)];
};

/** No two left sides of a variant read the same. */
export const leftsApart: ProvingGate = ({ template, variants }) =>
  variants
    .flatMap(({ answer, draw }): Problem[] => {
      const labels = answer?.type === 'slots' ? answer.slots : [];
      const double = labels.find((label, index) => labels.indexOf(label) < index);
      if (double === undefined) return [];
      const what = `With ${describeDraw(draw)} two left sides read ${double}.`;
      return [problemAt(template.source.placeOf(['pairs']), what, 'Exclude such draws by `where`.')];
    })
    .slice(0, 1);

/** What goes with the last left side is not just what is left over. */
export const nothingLeftOver: ProvingGate = ({ template, variants }) => {
  const given = variants.find(({ answer, options }) => {
    if (answer?.type !== 'slots') return false;
    const used = new Set(answer.accepted[0]);
    return used.size === options.length && answer.slots.length === options.length;
  });
  if (given === undefined) return [];
  const what = `With ${describeDraw(given.draw)} the last right side is what is left over.`;
  const remedy = 'Add a distractor, a misconception that leads to another right side, or a pair that shares one.';
  return [problemAt(template.source.placeOf(['pairs']), what, remedy)];
};
