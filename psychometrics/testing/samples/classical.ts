import { analyseMisconceptions, analyseOptions } from '../../classical/index.ts';
import type { Sample } from '../formulas.ts';

const choices = ['a', 'b', 'a', null];
const [option] = analyseOptions(choices, [1, 2, 3, 4], 2);

/** Of four people two answered both items that offer the same misconception, one only the first, and one nothing. */
const [misconception] = analyseMisconceptions(
  [
    { choices: ['b', 'a', 'b', null], misconceptions: { b: 'copies' } },
    { choices: ['b', 'a', null, null], misconceptions: { b: 'copies' } },
  ],
  [0, 1, 2, 3],
);
const people = [
  { shown: 2, couldShow: 2 },
  { shown: 0, couldShow: 2 },
  { shown: 1, couldShow: 1 },
];

/** Samples of the formulas of options and misconceptions. */
export const classicalSamples: Record<string, Sample> = {
  optionShare: { given: { choices, option: 'a' }, says: option?.share ?? Number.NaN },
  misconceptionShare: { given: { people }, says: misconception?.share ?? Number.NaN },
  misconceptionShareOfAnswers: { given: { people }, says: misconception?.shareOfAnswers ?? Number.NaN },
};
