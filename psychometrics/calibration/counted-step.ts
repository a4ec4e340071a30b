import type { Quadrature } from '../numerics/quadrature.ts';
import { logsOfAllWrong } from './all-wrong.ts';
import { gatherByItem, sumByByte } from './byte-sums.ts';
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
  const sums = sumByByte(
    logRight.map((log, at) => log - (logWrong[at] as number)),
    width,
    size,
  );
  const gathered = new Float64Array(width * 256 * size);
  const baseOf = logsOfAllWrong(packed, logWrong, logWeights);
  const nodeCounts = new Float64Array(forms.length * size);
  const posterior = new Float64Array(size);
  let logLikelihood = 0;

  for (let f = 0; f < forms.length; f++) {
    const form = forms[f] as Form;
    const base = baseOf(form);
    for (let i = form.from; i < form.to; i++) {
      posterior.set(base);
      addRows(posterior, sums, bytes.subarray(i * width, (i + 1) * width));
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
      gather(gathered, posterior, { row: bytes.subarray(i * width, (i + 1) * width), first, last });
    }
  }
  return { logLikelihood, rightCounts: gatherByItem(gathered, items, size), nodeCounts };
}

/** Adds to a person's logs what each of their bytes says; four at a time, so that a log is read and written less often. */
function addRows(logs: Float64Array, sums: Float64Array, row: Uint8Array): void {
  const size = logs.length;
  let g = 0;
  for (; g + 3 < row.length; g += 4) {
    const one = (g * 256 + (row[g] as number)) * size;
    const two = ((g + 1) * 256 + (row[g + 1] as number)) * size;
    const three = ((g + 2) * 256 + (row[g + 2] as number)) * size;
    const four = ((g + 3) * 256 + (row[g + 3] as number)) * size;
    for (let q = 0; q < size; q++) {
      const pair = (sums[one + q] as number) + (sums[two + q] as number);
      logs[q] = (logs[q] as number) + (pair + ((sums[three + q] as number) + (sums[four + q] as number)));
    }
  }
  for (; g < row.length; g++) {
    const start = (g * 256 + (row[g] as number)) * size;
    for (let q = 0; q < size; q++) logs[q] = (logs[q] as number) + (sums[start + q] as number);
  }
}

/** Gives a person's posterior to the rows of all their bytes, two at a time. Rows of 0 gather for nobody. */
function gather(
  gathered: Float64Array,
  posterior: Float64Array,
  { row, first, last }: { row: Uint8Array; first: number; last: number },
): void {
  const size = posterior.length;
  let g = 0;
  for (; g + 1 < row.length; g += 2) {
    const one = (g * 256 + (row[g] as number)) * size;
    const two = ((g + 1) * 256 + (row[g + 1] as number)) * size;
    for (let q = first; q <= last; q++) {
      const share = posterior[q] as number;
      gathered[one + q] = (gathered[one + q] as number) + share;
      gathered[two + q] = (gathered[two + q] as number) + share;
    }
  }
  if (g < row.length) {
    const start = (g * 256 + (row[g] as number)) * size;
    for (let q = first; q <= last; q++) {
      gathered[start + q] = (gathered[start + q] as number) + (posterior[q] as number);
    }
  }
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
