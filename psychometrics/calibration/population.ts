import { type Grid, leastSpread, type Normal, type Quadrature } from '../numerics/quadrature.ts';

/** A population as two free parameters, mean and log of the standard deviation, brought to what the grid can hold. */
export function populationOf([mean = 0, logSd = 0]: Iterable<number>, grid: Grid): Normal {
  const inside = Math.min(grid.range, Math.max(-grid.range, mean));
  return { mean: inside, sd: Math.max(leastSpread(grid), Math.exp(logSd)) };
}

/**
 * The M-step of an estimated population: mean, and log of the standard deviation. People who are all alike would have none,
 * and the search no end; the least that the grid can hold stands for it.
 */
export function maximisePopulation(quadrature: Quadrature, nodeCounts: Float64Array, grid: Grid): [number, number] {
  const { mean, sd } = populationAt(quadrature, nodeCounts);
  return [mean, Math.log(Math.max(leastSpread(grid), sd))];
}

/** Mean and standard deviation of the persons expected at the nodes. */
function populationAt({ nodes }: Quadrature, nodeCounts: Float64Array): Normal {
  const forms = nodeCounts.length / nodes.length;
  let [persons, sum, squares] = [0, 0, 0];
  for (let f = 0; f < forms; f++) {
    for (let q = 0; q < nodes.length; q++) {
      const count = nodeCounts[f * nodes.length + q] as number;
      const node = nodes[q] as number;
      persons += count;
      sum += count * node;
      squares += count * node * node;
    }
  }
  const mean = sum / persons;
  return { mean, sd: Math.sqrt(Math.max(0, squares / persons - mean * mean)) };
}

/** Gradient of the log-likelihood by mean and log sd, given the persons expected at the nodes. */
export function populationGradient(quadrature: Quadrature, nodeCounts: Float64Array, { mean, sd }: Normal): number[] {
  const persons = nodeCounts.reduce((sum, count) => sum + count, 0);
  const there = populationAt(quadrature, nodeCounts);
  const squares = there.sd ** 2 + (there.mean - mean) ** 2;
  return [(persons * (there.mean - mean)) / sd ** 2, persons * (squares / sd ** 2 - 1)];
}
