/** Marks a score that is missing by design: the item was not on the person's form. */
export const MISSING = -1;

/**
 * Who answered what: `scores` row by row (a row is a person, or a pattern that several persons share), `items` to a row,
 * each 0…m or `MISSING`; `counts` says of each row for how many persons it stands.
 */
export type Responses = { items: number; scores: Int8Array; counts: Float64Array };

/**
 * Responses from rows of scores.
 *
 * @param rows one score per item, `null` where an item was not given
 * @param counts for how many persons each row stands; 1 if not said
 * @throws RangeError naming row and column (both from 1) if rows differ in length, a score is no whole number in
 *   [0, 127], or a count is negative or not finite
 */
export function responsesOf(
  rows: readonly (readonly (number | null)[])[],
  counts: readonly number[] = rows.map(() => 1),
): Responses {
  const items = rows[0]?.length ?? 0;
  const scores = new Int8Array(rows.length * items);
  if (counts.length !== rows.length) throw new RangeError(`${rows.length} rows, ${counts.length} counts`);
  for (const [i, row] of rows.entries()) {
    if (row.length !== items) throw new RangeError(`row ${i + 1}: ${row.length} scores, not ${items}`);
    for (const [j, score] of row.entries()) {
      if (score !== null && !(Number.isInteger(score) && score >= 0 && score <= 127)) {
        throw new RangeError(`row ${i + 1}, column ${j + 1}: ${score} is no score`);
      }
      scores[i * items + j] = score ?? MISSING;
    }
  }
  const responses = { items, scores, counts: Float64Array.from(counts) };
  checkResponses(responses);
  return responses;
}

/** @throws RangeError if there are not `items` scores for each count, or a count is negative or not finite */
export function checkResponses({ items, scores, counts }: Responses): void {
  if (scores.length !== items * counts.length) {
    throw new RangeError(`${scores.length} scores are not ${counts.length} rows of ${items}`);
  }
  const wrong = counts.findIndex((count) => !(count >= 0 && Number.isFinite(count)));
  if (wrong >= 0) throw new RangeError(`row ${wrong + 1}: count ${counts[wrong]}`);
}

/**
 * How often each score of each item was given. Highest scores are what was seen, 1 at least.
 *
 * @returns `counts[item][score]` persons
 * @throws RangeError if the responses are not whole rows, or a count is negative or not finite
 */
export function countScores(responses: Responses): number[][] {
  checkResponses(responses);
  const { items, scores, counts } = responses;
  const seen = Array.from({ length: items }, (): number[] => [0, 0]);
  for (let i = 0; i < counts.length; i++) {
    for (let j = 0; j < items; j++) {
      const score = scores[i * items + j] ?? MISSING;
      const of = seen[j];
      if (score === MISSING || of === undefined) continue;
      while (of.length <= score) of.push(0);
      of[score] = (of[score] ?? 0) + (counts[i] ?? 0);
    }
  }
  return seen;
}
