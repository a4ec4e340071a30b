import { probabilityRight, scoreDistribution, twoPl } from '../../models/index.ts';
import type { Sample } from '../formulas.ts';

const [first, second] = [twoPl(1, -0.3), twoPl(1.4, 0.5)];
const theta = 0.4;

/** Samples of the formulas of item and person fit. */
export const fitSamples: Record<string, Sample> = {
  raiseScore: {
    given: { x: 1, P: probabilityRight(second, theta), without: scoreDistribution([first], theta) },
    says: scoreDistribution([first, second], theta)[1] ?? Number.NaN,
  },
};
