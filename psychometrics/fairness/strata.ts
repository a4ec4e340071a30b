import { MISSING, type Responses } from '../calibration/responses.ts';

/** Whom an item is feared to disadvantage, and whom they are compared with. */
export type Group = 'reference' | 'focal';

/** Of people with one matching score: how many of each group had an item right and wrong. */
export type Table = {
  score: number;
  referenceRight: number;
  referenceWrong: number;
  focalRight: number;
  focalWrong: number;
};

/**
 * One table for each matching score (raw scores, if nothing else is said) that somebody has who was given the item; they
 * rise with the score.
 *
 * @throws RangeError if there is not one group per row, a group is neither of the two or has nobody, or a score is not 0, 1
 *   or missing
 */
export function tabulate(
  { items, scores, counts }: Responses,
  { groups, totals, item }: { groups: readonly Group[]; totals: ArrayLike<number>; item: number },
): Table[] {
  if (groups.length !== counts.length) throw new RangeError(`${counts.length} rows, ${groups.length} groups`);
  for (const group of ['reference', 'focal'] as const) {
    if (!groups.includes(group)) throw new RangeError(`nobody is in the ${group} group`);
  }
  const stranger = groups.findIndex((group) => group !== 'reference' && group !== 'focal');
  if (stranger >= 0) {
    throw new RangeError(`row ${stranger + 1}: group ${groups[stranger]} is neither reference nor focal`);
  }
  const tables = new Map<number, Table>();
  for (const [i, group] of groups.entries()) {
    const score = scores[i * items + item] ?? MISSING;
    if (score === MISSING) continue;
    if (score !== 0 && score !== 1) throw new RangeError(`row ${i + 1}, column ${item + 1}: ${score} is not 0 or 1`);
    const total = totals[i] ?? 0;
    const table = tables.get(total) ?? {
      score: total,
      referenceRight: 0,
      referenceWrong: 0,
      focalRight: 0,
      focalWrong: 0,
    };
    tables.set(total, table);
    table[`${group}${score === 1 ? 'Right' : 'Wrong'}`] += counts[i] ?? 0;
  }
  return [...tables.values()].sort((l, r) => l.score - r.score);
}
