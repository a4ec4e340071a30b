import { responsesOf } from '../../calibration/responses.ts';
import { groupByAbility } from '../../plots/ability-groups.ts';
import type { Sample } from '../formulas.ts';

const [group] = groupByAbility(responsesOf([[1], [0]], [7, 3]), [0, 0], { item: 0 });
const [low, high] = group?.interval ?? [Number.NaN, Number.NaN];
const given = { share: 0.7, n: 10, z: 1.959963984540054 };

/** Samples of the formulas of plots. */
export const plotSamples: Record<string, Sample> = {
  wilsonCentre: { given, says: (low + high) / 2 },
  wilsonHalf: { given, says: (high - low) / 2 },
};
