import type { Quadrature } from '../numerics/quadrature.ts';
import type { Form, Packed } from './packing.ts';

/** What an E-step expects of all persons, where no sums suffice. */
export type ExpectedCounts = {
  logLikelihood: number;
  /** Per item and node, persons expected there who had it right: `rightCounts[item * nodes + node]`. */
  rightCounts: Float64Array;
  /** Per form and node, persons expected there: `nodeCounts[form * nodes + node]`. */
  nodeCounts: Float64Array;
};

/** Log of a share below which a node adds no digit to a person's posterior. */
const NEGLIGIBLE = -40;

/**
 * The E-step of any binary items: persons expected at each node, and of them those who had each item right. Eight items at
 * a time: per byte and node the log-odds of what its bits say are summed once for all 256 values, and on the way back the
 * posteriors of all persons with the same byte are gathered first and given to the items after, so that the cost is
 * O(N Q J / 8).
 *
 * @param logRight per item and node, log of the chance of a right answer; `logWrong` of a wrong one
 */
export function expectCounts(
  packed: Packed,
  { nodes, logWeights }: Quadrature,
  { logRight, logWrong }: { logRight: Float64Array; logWrong: Float64Array },
): ExpectedCounts {
  const { width, bytes, counts, items, forms } = packed;
  const size = nodes.length;
  const sums = sumNodesByByte(
    logRight.map((log, at) => log - (logWrong[at] as number)),
    width,
    size,
  );
  const gathered = new Float64Array(width * 256 * size);
  const nodeCounts = new Float64Array(forms.length * size);
  const posterior = new Float64Array(size);
  let logLikelihood = 0;

  for (let f = 0; f < forms.length; f++) {
    const form = forms[f] as Form;
    const base = logOfAllWrong(form, logWrong, logWeights);
    for (let i = form.from; i < form.to; i++) {
      posterior.set(base);
      for (let g = 0; g < width; g++) {
        const value = bytes[i * width + g] as number;
        if (value === 0) continue;
        const start = (g * 256 + value) * size;
        for (let q = 0; q < size; q++) posterior[q] = (posterior[q] as number) + (sums[start + q] as number);
      }
      const [highest, first, last] = findSpan(posterior);
      let total = 0;
      for (let q = first; q <= last; q++) {
        const share = Math.exp((posterior[q] as number) - highest);
        posterior[q] = share;
        total += share;
      }
      const count = counts[i] as number;
      logLikelihood += count * (highest + Math.log(total));
      const scale = count / total;
      for (let q = first; q <= last; q++) {
        const share = scale * (posterior[q] as number);
        posterior[q] = share;
        nodeCounts[f * size + q] = (nodeCounts[f * size + q] as number) + share;
      }
      for (let g = 0; g < width; g++) {
        const value = bytes[i * width + g] as number;
        if (value === 0) continue;
        const start = (g * 256 + value) * size;
        for (let q = first; q <= last; q++) {
          gathered[start + q] = (gathered[start + q] as number) + (posterior[q] as number);
        }
      }
    }
  }
  return { logLikelihood, rightCounts: gatherNodesByItem(gathered, items, size), nodeCounts };
}

function sumNodesByByte(logOdds: Float64Array, width: number, size: number): Float64Array {
  const items = logOdds.length / size;
  const table = new Float64Array(width * 256 * size);
  for (let g = 0; g < width; g++) {
    for (let value = 1; value < 256; value++) {
      const lowest = value & -value;
      const item = g * 8 + 31 - Math.clz32(lowest);
      if (item >= items) continue;
      const to = (g * 256 + value) * size;
      const from = (g * 256 + (value ^ lowest)) * size;
      for (let q = 0; q < size; q++) {
        table[to + q] = (table[from + q] as number) + (logOdds[item * size + q] as number);
      }
    }
  }
  return table;
}

function gatherNodesByItem(gathered: Float64Array, items: number, size: number): Float64Array {
  const totals = new Float64Array(items * size);
  for (let j = 0; j < items; j++) {
    const bit = 1 << (j & 7);
    for (let value = bit; value < 256; value = (value + 1) | bit) {
      const start = ((j >> 3) * 256 + value) * size;
      for (let q = 0; q < size; q++) {
        totals[j * size + q] = (totals[j * size + q] as number) + (gathered[start + q] as number);
      }
    }
  }
  return totals;
}

function logOfAllWrong({ given }: Form, logWrong: Float64Array, logWeights: Float64Array): Float64Array {
  const base = logWeights.slice();
  for (const j of given) {
    for (let q = 0; q < base.length; q++) base[q] = (base[q] as number) + (logWrong[j * base.length + q] as number);
  }
  return base;
}

/** The highest log, and the first and last node that are not negligible beside it. */
function findSpan(logs: Float64Array): [number, number, number] {
  let highest = Number.NEGATIVE_INFINITY;
  for (let q = 0; q < logs.length; q++) if ((logs[q] as number) > highest) highest = logs[q] as number;
  let first = 0;
  while ((logs[first] as number) < highest + NEGLIGIBLE) first++;
  let last = logs.length - 1;
  while ((logs[last] as number) < highest + NEGLIGIBLE) last--;
  return [highest, first, last];
}
