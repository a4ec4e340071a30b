import { softplus } from '../models/logistic.ts';
import type { Quadrature } from '../numerics/quadrature.ts';
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
  const lost = logOfWrong(nodes, slopes, intercepts);
  const sums = sumByByte(slopes, width);
  const gathered = new Float64Array(width * 256);
  const nodeCounts = new Float64Array(forms.length * size);
  const posterior = new Float64Array(size);
  const reach = slopes.reduce((sum, a) => sum + Math.abs(a), 0) * spacing;
  let logLikelihood = intercepts.reduce((sum, d, j) => sum + d * (packed.right[j] ?? 0), 0);

  for (let f = 0; f < forms.length; f++) {
    const form = forms[f] as Form;
    const base = logOfNothingRight(form, lost, logWeights);
    const rises = new Float64Array(size - 1);
    for (let q = 0; q < size - 1; q++) rises[q] = (base[q + 1] as number) - (base[q] as number);
    const isSafe = reach < SAFE && rises.every((rise) => Math.abs(rise) < SAFE);
    const ratios = rises.map((rise) => Math.exp(rise));

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
  return { logLikelihood, abilityOfRight: gatherByItem(gathered, items), nodeCounts };
}

/** Per item and node, minus the log of the chance of a wrong answer. */
function logOfWrong(nodes: Float64Array, slopes: Float64Array, intercepts: Float64Array): Float64Array {
  const lost = new Float64Array(slopes.length * nodes.length);
  for (let j = 0; j < slopes.length; j++) {
    for (let q = 0; q < nodes.length; q++) {
      lost[j * nodes.length + q] = softplus((slopes[j] as number) * (nodes[q] as number) + (intercepts[j] as number));
    }
  }
  return lost;
}

/** Per node, the log of its weight and of the chance that all the form's items are wrong there. */
function logOfNothingRight({ given }: Form, lost: Float64Array, logWeights: Float64Array): Float64Array {
  const base = logWeights.slice();
  for (const j of given) {
    for (let q = 0; q < base.length; q++) base[q] = (base[q] as number) - (lost[j * base.length + q] as number);
  }
  return base;
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
