import { gatherByItem } from './byte-sums.ts';
import type { Packed } from './packing.ts';

/** Per item, how many persons answered it at all. */
export function countAnswered({ items, forms, counts }: Packed): Float64Array {
  const answered = new Float64Array(items);
  for (const { from, to, given } of forms) {
    let persons = 0;
    for (let i = from; i < to; i++) persons += counts[i] as number;
    for (const j of given) answered[j] = (answered[j] as number) + persons;
  }
  return answered;
}

/**
 * Per item, the persons expected at each node among those who were given it.
 *
 * @param nodeCounts `nodeCounts[form * nodes + node]`
 * @returns per item an array over nodes; items that were all given together share one
 */
export function nodeCountsByItem({ items, forms, width }: Packed, nodeCounts: Float64Array): Float64Array[] {
  const nodes = nodeCounts.length / forms.length;
  const only = forms[0];
  if (forms.length === 1 && only?.given.length === items) return Array.from({ length: items }, () => nodeCounts);
  const gathered = new Float64Array(width * 256 * nodes);
  for (const [f, { mask }] of forms.entries()) {
    for (let g = 0; g < width; g++) {
      const start = (g * 256 + (mask[g] as number)) * nodes;
      for (let q = 0; q < nodes; q++) {
        gathered[start + q] = (gathered[start + q] as number) + (nodeCounts[f * nodes + q] as number);
      }
    }
  }
  const totals = gatherByItem(gathered, items, nodes);
  return Array.from({ length: items }, (_, j) => totals.subarray(j * nodes, (j + 1) * nodes));
}

/**
 * @throws RangeError naming an item (from 1) that nobody answered, or that all answered alike, if no prior bounds it:
 *   its parameters would have no finite estimate
 */
export function checkVariety(packed: Packed, isBounded: (item: number) => boolean): void {
  const answered = countAnswered(packed);
  for (const [j, persons] of answered.entries()) {
    const right = packed.right[j] as number;
    if ((right > 0 && right < persons) || isBounded(j)) continue;
    const what = persons === 0 ? 'nobody answered it' : `all ${persons} answers are ${right > 0 ? 'right' : 'wrong'}`;
    throw new RangeError(`item ${j + 1} has no finite estimate: ${what}, and it has no prior`);
  }
}
