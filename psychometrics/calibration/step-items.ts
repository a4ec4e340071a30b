import type { Grid } from '../numerics/quadrature.ts';

/** Logits from one node to the next: where they are more, all nodes are on one side or the other of an item. */
const STEEPEST = 12;

/**
 * Free items whose discrimination has no finite estimate: their curve has become a step between two nodes, and would be
 * the likelier the steeper it is. Copies of an item do so, and so may an item that goes with all others.
 *
 * @param slopes a per item
 * @param held not `null` for an item that is not estimated, which may be as steep as it is
 * @returns places of items, from 0
 * @see Swaminathan & Gifford (1985) on such Heywood cases
 */
export function listSteps(
  slopes: ArrayLike<number>,
  held: readonly (object | null)[],
  { count, range }: Grid,
): number[] {
  const steepest = (STEEPEST * (count - 1)) / (2 * range);
  return held.flatMap((item, j) => (item === null && !(Math.abs(slopes[j] ?? 0) <= steepest) ? [j] : []));
}
