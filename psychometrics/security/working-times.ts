import { chiSquareAbove } from '../numerics/distributions.ts';
import { logTimes, type TimedItem, type Times } from './response-times.ts';

/** What somebody's log times are compared with: item by item, the time left over, and how exactly the item tells. */
type Leftover = { item: number; above: number; precision: number };

/**
 * How somebody worked. `meanLogTime` in log seconds is the plain figure; `speed` (with its standard error, in log seconds)
 * allows for which items they had. `statistic` with so many degrees of `freedom` says whether the pattern of their times is
 * unlike the others', at whatever speed. `residuals` are standard normal numbers for who works as others do, `null` for what
 * was not given: far below 0, that item was answered much faster than all their others lead one to expect.
 */
export type WorkingTimes = {
  meanLogTime: number;
  speed: number;
  standardError: number;
  statistic: number;
  freedom: number;
  pValue: number;
  residuals: (number | null)[];
};

/**
 * One person's response times beside a calibration of many people's.
 *
 * Somebody who knew all items before is fast on all of them, and fits: `speed` and `meanLogTime` show it, residuals do not.
 * In a public credentialing data set a fast mean log time parted flagged examinees from the others (AUC .69), better than
 * fit of their answers (lz, .39). Residuals show who knew some items, who guessed quickly, and who was interrupted; why,
 * people must ask.
 *
 * @param calibration from `calibrateTimes`
 * @param times seconds, one per item
 * @returns figures that are not numbers for nobody's times; no `pValue` for fewer than two
 * @throws RangeError if there is not one time per item, or a time is not above 0
 * @formula speed = sum(items, (item, j) => item.discrimination ** 2 * (item.intensity - y[j])) / sum(items, (item) => item.discrimination ** 2)
 * @formula speedError = 1 / sqrt(sum(items, (item) => item.discrimination ** 2))
 * @formula timeFit = sum(items, (item, j) => (item.discrimination * (y[j] - item.intensity + speed)) ** 2)
 * @formula timeResidual = (y - (intensity - speedOfOthers)) / sqrt(1 / discrimination ** 2 + 1 / (1 / spread ** 2 + precisionOfOthers))
 * @see van der Linden (2006); van der Linden & Guo (2008) for residuals given all other times; Sinharay (2018) for the
 *   statistic
 */
export function examineTimes(
  { items, speedSpread }: { items: readonly TimedItem[]; speedSpread: number },
  times: Times,
): WorkingTimes {
  if (times.length !== items.length) throw new RangeError(`${items.length} items, ${times.length} times`);
  const logs = logTimes(times, 'item ');
  const known = items.flatMap(({ intensity, discrimination }, item): Leftover[] => {
    const y = logs[item] ?? Number.NaN;
    return Number.isNaN(y) ? [] : [{ item, above: y - intensity, precision: discrimination ** 2 }];
  });
  const precision = known.reduce((sum, one) => sum + one.precision, 0);
  const weighted = known.reduce((sum, one) => sum - one.precision * one.above, 0);
  const speed = weighted / precision;
  const statistic = known.reduce((sum, one) => sum + one.precision * (one.above + speed) ** 2, 0);
  const freedom = Math.max(0, known.length - 1);
  const residuals = times.map((): number | null => null);
  for (const one of known) {
    const others = precision - one.precision + 1 / speedSpread ** 2;
    const speedOfOthers = (weighted + one.precision * one.above) / others;
    residuals[one.item] = (one.above + speedOfOthers) / Math.sqrt(1 / one.precision + 1 / others);
  }
  return {
    meanLogTime: known.reduce((sum, { item }) => sum + (logs[item] ?? 0), 0) / known.length,
    speed,
    standardError: 1 / Math.sqrt(precision),
    statistic,
    freedom,
    pValue: freedom > 0 ? chiSquareAbove(statistic, freedom) : Number.NaN,
    residuals,
  };
}
