import type { Normal, Quadrature } from '../numerics/quadrature.ts';

/** A population as two free parameters: mean, and log of the standard deviation. */
export function populationOf([mean = 0, logSd = 0]: Iterable<number>): Normal {
  return { mean, sd: Math.exp(logSd) };
}

/** Mean and standard deviation of the persons expected at the nodes: the M-step of an estimated population. */
export function populationAt({ nodes }: Quadrature, nodeCounts: Float64Array): Normal {
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
  return { mean, sd: Math.sqrt(squares / persons - mean * mean) };
}

/** Gradient of the log-likelihood by mean and log sd, given the persons expected at the nodes. */
export function populationGradient(quadrature: Quadrature, nodeCounts: Float64Array, { mean, sd }: Normal): number[] {
  const persons = nodeCounts.reduce((sum, count) => sum + count, 0);
  const there = populationAt(quadrature, nodeCounts);
  const squares = there.sd ** 2 + (there.mean - mean) ** 2;
  return [(persons * (there.mean - mean)) / sd ** 2, persons * (squares / sd ** 2 - 1)];
}
