import type { Grid } from '../numerics/quadrature.ts';

/** Logits from one node to the next: where they are more, all nodes are on one side or the other of an item. */
const STEEPEST = 6;

/**
 * Items whose discrimination has no finite estimate: their curve has become a step between two nodes, and would be
 * the likelier the steeper it is. Copies of an item do so, and so may an item that goes with all others.
 *
 * @param slopes a per item
 * @param isFree false for an item that is held, or bounded by a prior: it may be as steep as it is
 * @returns places of items, from 0
 * @see Swaminathan & Gifford (1985) on such Heywood cases
 */
export function listSteps(
  slopes: ArrayLike<number>,
  isFree: (item: number) => boolean,
  { count, range }: Grid,
): number[] {
  const steepest = (STEEPEST * (count - 1)) / (2 * range);
  return Array.from(slopes).flatMap((a, j) => (isFree(j) && !(Math.abs(a) <= steepest) ? [j] : []));
}
