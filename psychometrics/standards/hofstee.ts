import { checkFrequencies, type Frequencies } from '../equating/frequencies.ts';
import { findRoot } from '../numerics/root.ts';

/** What judges could live with: the lowest and highest cut in raw points, the lowest and highest share of people failing. */
export type HofsteeLimits = { lowestCut: number; highestCut: number; lowestFailing: number; highestFailing: number };

/**
 * A compromise between what should be known and how many may fail. `out of range` where the judges' limits leave none: every
 * cut that they could live with fails too many (or too few); `nearest` is then the end of their range that comes closest,
 * and `message` says what happened, for the judges to talk again.
 */
export type HofsteeCut =
  | { outcome: 'compromise'; cut: number; failing: number }
  | { outcome: 'out of range'; nearest: { cut: number; failing: number }; message: string };

/**
 * The cut where the share of people failing meets the line from (lowest cut, highest share) to (highest cut, lowest share).
 * The observed curve is joined by lines between whole scores.
 *
 * @param frequencies how many people had each raw score 0…K
 * @throws RangeError if frequencies or limits are impossible: cuts outside [0, K], shares outside [0, 1], or not rising
 * @formula tolerated = highestFailing + ((lowestFailing - highestFailing) * (cut - lowestCut)) / (highestCut - lowestCut)
 * @see Hofstee (1983); De Gruijter (1985)
 */
export function compromiseCut(frequencies: Frequencies, limits: HofsteeLimits): HofsteeCut {
  checkFrequencies(frequencies);
  checkLimits(limits, frequencies.length - 1);
  const { lowestCut, highestCut, lowestFailing, highestFailing } = limits;
  const failing = (cut: number) => shareBelow(frequencies, cut);
  const tolerated = (cut: number) =>
    highestFailing + ((lowestFailing - highestFailing) * (cut - lowestCut)) / (highestCut - lowestCut);
  const [atLowest, atHighest] = [failing(lowestCut), failing(highestCut)];
  if (atLowest > highestFailing) {
    const message = `already the lowest cut, ${lowestCut}, fails ${percent(atLowest)}, more than the ${percent(highestFailing)} that may`;
    return { outcome: 'out of range', nearest: { cut: lowestCut, failing: atLowest }, message };
  }
  if (atHighest < lowestFailing) {
    const message = `even the highest cut, ${highestCut}, fails ${percent(atHighest)}, fewer than the ${percent(lowestFailing)} that should`;
    return { outcome: 'out of range', nearest: { cut: highestCut, failing: atHighest }, message };
  }
  const cut = meeting((at) => failing(at) - tolerated(at), [lowestCut, highestCut]);
  return { outcome: 'compromise', cut, failing: failing(cut) };
}

/** Where a rising difference is 0; an end, if rounding alone keeps it from being 0 there. */
function meeting(excess: (cut: number) => number, [lowest, highest]: readonly [number, number]): number {
  if (excess(lowest) >= 0) return lowest;
  return excess(highest) <= 0 ? highest : findRoot(excess, [lowest, highest]);
}

/** Share of people below a cut, between whole scores on a line. */
function shareBelow(frequencies: Frequencies, cut: number): number {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  const whole = Math.floor(cut);
  const below = frequencies.slice(0, whole).reduce((sum, count) => sum + count, 0);
  return (below + (cut - whole) * (frequencies[whole] ?? 0)) / people;
}

function checkLimits({ lowestCut, highestCut, lowestFailing, highestFailing }: HofsteeLimits, highest: number): void {
  if (!(lowestCut >= 0 && lowestCut < highestCut && highestCut <= highest)) {
    throw new RangeError(`cuts from ${lowestCut} to ${highestCut}: they must rise, within 0 and ${highest}`);
  }
  if (!(lowestFailing >= 0 && lowestFailing < highestFailing && highestFailing <= 1)) {
    throw new RangeError(`shares failing from ${lowestFailing} to ${highestFailing}: they must rise, within 0 and 1`);
  }
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
