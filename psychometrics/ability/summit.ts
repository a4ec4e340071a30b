import { findRoot } from '../numerics/root.ts';

const REACH = 30;
const STEP = 0.25;

/**
 * The ability that an estimating function (the slope of what is to be highest) makes highest. Under the 3PL there may be
 * several summits, so the whole scale is walked, and the summit is taken at which the area under the slope is largest.
 *
 * @returns in logits; infinite if it only rises, or only falls, or an end is higher than every summit
 */
export function findHighest(slope: (theta: number) => number): number {
  let height = 0;
  let best = { height: 0, theta: Number.NEGATIVE_INFINITY };
  let left = -REACH;
  let atLeft = slope(left);
  while (left < REACH) {
    const right = left + STEP;
    const atRight = slope(right);
    const before = height;
    height += ((atLeft + atRight) / 2) * STEP;
    if (atLeft > 0 && atRight <= 0) {
      // Up to the summit the slope is a triangle, as near as a step allows.
      const summit = before + (((atLeft * atLeft) / (atLeft - atRight)) * STEP) / 2;
      if (summit > best.height) best = { height: summit, theta: findRoot(slope, [left, right]) };
    }
    [left, atLeft] = [right, atRight];
  }
  return height > best.height && atLeft > 0 ? Number.POSITIVE_INFINITY : best.theta;
}
