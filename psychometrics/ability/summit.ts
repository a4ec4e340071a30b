import { findRoot } from '../numerics/root.ts';

const REACH = 30;
const STEP = 0.25;

/**
 * The ability that makes something highest, given its slope (an estimating function). Under the 3PL there may be several
 * summits, so the whole scale is walked, and the highest of them is taken.
 *
 * @param height what is to be highest; where nobody can write it down, it is the area under the slope, as near as steps of
 *   a quarter logit tell
 * @returns in logits; infinite if it only rises, or only falls, or an end is higher than every summit
 */
export function findHighest(slope: (theta: number) => number, height?: (theta: number) => number): number {
  let area = 0;
  let best = { height: height?.(-REACH) ?? 0, theta: Number.NEGATIVE_INFINITY };
  let left = -REACH;
  let atLeft = slope(left);
  while (left < REACH) {
    const right = left + STEP;
    const atRight = slope(right);
    if (atLeft > 0 && atRight <= 0) {
      const theta = findRoot(slope, [left, right]);
      // Up to the summit the slope is a triangle, as near as a step allows.
      const top = height?.(theta) ?? area + (((atLeft * atLeft) / (atLeft - atRight)) * STEP) / 2;
      if (top > best.height) best = { height: top, theta };
    }
    area += ((atLeft + atRight) / 2) * STEP;
    [left, atLeft] = [right, atRight];
  }
  return atLeft > 0 && (height?.(REACH) ?? area) > best.height ? Number.POSITIVE_INFINITY : best.theta;
}
