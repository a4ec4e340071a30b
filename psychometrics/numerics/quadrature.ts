/** Points on the ability scale, equally spaced, and the log of what each of them weighs; the weights add up to 1. */
export type Quadrature = { nodes: Float64Array; logWeights: Float64Array };

/** Of a normal distribution of ability, in logits. */
export type Normal = { mean: number; sd: number };

/** How finely and how far ability is looked at: `count` equally spaced nodes from -range to range, in logits. */
export type Grid = { count: number; range: number };

/** 21 and 31 nodes were measured to be too coarse for 200 items: a posterior is then narrower than the gaps. */
export const DEFAULT_GRID: Grid = { count: 61, range: 6 };

/** Equally spaced points. @throws RangeError if there are fewer than three, or the range is not above 0 */
function spaceNodes({ count, range }: Grid): Float64Array {
  if (!(Number.isInteger(count) && count >= 3)) throw new RangeError(`${count} nodes: at least 3 are needed`);
  if (!(range > 0 && Number.isFinite(range))) throw new RangeError(`range ${range} is not above 0`);
  return Float64Array.from({ length: count }, (_, q) => -range + (2 * range * q) / (count - 1));
}

/**
 * The least standard deviation that a grid can hold: half the distance between its nodes, in logits. Below it, most of a
 * distribution lies between two nodes or on one, and its mean and spread there are no longer its own.
 */
export function leastSpread({ count, range }: Grid): number {
  return range / (count - 1);
}

/**
 * A normal distribution on equally spaced nodes: each weighs as the density there, and all together 1. What would lie
 * beyond the nodes is cut off.
 *
 * @throws RangeError for an impossible grid, a standard deviation not above 0, or a distribution that the grid cannot hold:
 *   its mean beyond the nodes, or narrower than `leastSpread`
 */
export function normalQuadrature(grid: Grid = DEFAULT_GRID, { mean, sd }: Normal = { mean: 0, sd: 1 }): Quadrature {
  if (!(sd > 0 && Number.isFinite(mean))) throw new RangeError(`normal distribution with mean ${mean}, sd ${sd}`);
  const nodes = spaceNodes(grid);
  const where = `${grid.count} nodes from ${-grid.range} to ${grid.range}`;
  if (Math.abs(mean) > grid.range) throw new RangeError(`mean ${mean} is beyond ${where}: give a larger range`);
  if (sd < leastSpread(grid)) throw new RangeError(`${where} are too far apart for a spread of ${sd}: give more`);
  const logs = nodes.map((node) => -0.5 * ((node - mean) / sd) ** 2);
  const highest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  const total = highest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - highest), 0));
  return { nodes, logWeights: logs.map((log) => log - total) };
}
