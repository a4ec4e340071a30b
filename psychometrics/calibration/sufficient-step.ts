import { softplus } from '../models/logistic.ts';
import type { Quadrature } from '../numerics/quadrature.ts';
import { logsOfAllWrong } from './all-wrong.ts';
import { gatherByItem, sumByByte } from './byte-sums.ts';
import type { Form, Packed } from './packing.ts';

/** What an E-step expects of all persons together. */
export type Expected = {
  logLikelihood: number;
  /** Per item, the sum of abilities over the persons who had it right. */
  abilityOfRight: Float64Array;
  /** Per form and node, how many persons are expected there: `nodeCounts[form * nodes + node]`. */
  nodeCounts: Float64Array;
};

/** Posterior shares below this change no digit of a sum. */
const NEGLIGIBLE = 1e-18;
/** For fewer rows than this the ratios of all nodes cost more than those of the nodes that a posterior comes to. */
const FEW = 4;
/** Exponents that are safe to multiply. */
const SAFE = 300;

/**
 * The E-step of items without guessing, exactly and in O(N (J + Q)): given the nodes, a person's posterior depends on
 * their answers only through s = Σ a x, and the M-step only on the sums below. The posterior is log-concave, so it is
 * walked from its summit outwards until nothing more comes; nodes are equally spaced, so a step is a multiplication.
 *
 * @param slopes a per item
 * @param intercepts d per item, for logits a θ + d
 * @see Bock & Aitkin (1981); Andersen (1977) on sufficiency
 */
export function expectSufficiently(
  packed: Packed,
  { nodes, logWeights }: Quadrature,
  { slopes, intercepts }: { slopes: Float64Array; intercepts: Float64Array },
): Expected {
  const { width, bytes, counts, items, forms } = packed;
  const size = nodes.length;
  const spacing = (nodes[1] ?? 0) - (nodes[0] ?? 0);
  const baseOf = logsOfAllWrong(packed, logsOfWrong(nodes, slopes, intercepts), logWeights);
  const sums = sumByByte(slopes, width, 1);
  const gathered = new Float64Array(width * 256);
  const nodeCounts = new Float64Array(forms.length * size);
  const posterior = new Float64Array(size);
  const rises = new Float64Array(size - 1);
  const ratios = new Float64Array(size - 1);
  const reach = slopes.reduce((sum, a) => sum + Math.abs(a), 0) * spacing;
  let logLikelihood = intercepts.reduce((sum, d, j) => sum + d * (packed.right[j] ?? 0), 0);

  for (let f = 0; f < forms.length; f++) {
    const form = forms[f] as Form;
    const base = baseOf(form);
    for (let q = 0; q < size - 1; q++) rises[q] = (base[q + 1] as number) - (base[q] as number);
    const isSafe = form.to - form.from >= FEW && reach < SAFE && rises.every((rise) => Math.abs(rise) < SAFE);
    if (isSafe) for (let q = 0; q < size - 1; q++) ratios[q] = Math.exp(rises[q] as number);

    for (let i = form.from; i < form.to; i++) {
      let s = 0;
      const row = i * width;
      for (let g = 0; g < width; g++) s += sums[g * 256 + (bytes[row + g] as number)] as number;
      const climb = s * spacing;
      const summit = findSummit(rises, -climb);
      const lift = isSafe ? Math.exp(climb) : 0;

      let total = 1;
      let moment = nodes[summit] as number;
      let share = 1;
      let last = summit;
      posterior[summit] = 1;
      while (last < size - 1) {
        share *= isSafe ? (ratios[last] as number) * lift : Math.exp((rises[last] as number) + climb);
        if (share < NEGLIGIBLE) break;
        last++;
        posterior[last] = share;
        total += share;
        moment += share * (nodes[last] as number);
      }
      let first = summit;
      share = 1;
      while (first > 0) {
        share /= isSafe ? (ratios[first - 1] as number) * lift : Math.exp((rises[first - 1] as number) + climb);
        if (share < NEGLIGIBLE) break;
        first--;
        posterior[first] = share;
        total += share;
        moment += share * (nodes[first] as number);
      }

      const count = counts[i] as number;
      const scale = count / total;
      for (let q = first; q <= last; q++) {
        nodeCounts[f * size + q] = (nodeCounts[f * size + q] as number) + scale * (posterior[q] as number);
      }
      logLikelihood += count * ((base[summit] as number) + s * (nodes[summit] as number) + Math.log(total));
      const ability = scale * moment;
      for (let g = 0; g < width; g++) {
        const place = g * 256 + (bytes[row + g] as number);
        gathered[place] = (gathered[place] as number) + ability;
      }
    }
  }
  return { logLikelihood, abilityOfRight: gatherByItem(gathered, items, 1), nodeCounts };
}

/** Per item and node, the log of the chance of a wrong answer. */
function logsOfWrong(nodes: Float64Array, slopes: Float64Array, intercepts: Float64Array): Float64Array {
  const logs = new Float64Array(slopes.length * nodes.length);
  for (let j = 0; j < slopes.length; j++) {
    for (let q = 0; q < nodes.length; q++) {
      logs[j * nodes.length + q] = -softplus((slopes[j] as number) * (nodes[q] as number) + (intercepts[j] as number));
    }
  }
  return logs;
}

/** The first node from which the posterior no longer rises: `rises` fall, and the first below `level` is looked for. */
function findSummit(rises: Float64Array, level: number): number {
  let low = 0;
  let high = rises.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rises[middle] as number) > level) low = middle + 1;
    else high = middle;
  }
  return low;
}
