import { checkResponses, MISSING, type Responses } from '../calibration/responses.ts';

/** Weighted moments of a column of numbers. */
export type Moments = { mean: number; variance: number };

/** Raw scores of all persons: the sum of each row. @throws RangeError naming row and column (from 1) of a missing score */
export function totalScores(responses: Responses): Float64Array {
  checkResponses(responses);
  const { items, scores, counts } = responses;
  return Float64Array.from({ length: counts.length }, (_, i) => {
    let total = 0;
    for (let j = 0; j < items; j++) {
      const score = scores[i * items + j] ?? MISSING;
      if (score === MISSING)
        throw new RangeError(`row ${i + 1}, column ${j + 1} is missing: analyse one form at a time`);
      total += score;
    }
    return total;
  });
}

/** The scores on one item. */
export function itemScores({ items, scores, counts }: Responses, item: number): Float64Array {
  return Float64Array.from({ length: counts.length }, (_, i) => scores[i * items + item] ?? MISSING);
}

/** Mean and variance (with n − 1) of numbers that stand for `counts` persons each. */
export function momentsOf(numbers: Float64Array, counts: Float64Array): Moments {
  const persons = counts.reduce((sum, count) => sum + count, 0);
  const mean = numbers.reduce((sum, x, i) => sum + x * (counts[i] ?? 0), 0) / persons;
  const squares = numbers.reduce((sum, x, i) => sum + (counts[i] ?? 0) * (x - mean) ** 2, 0);
  return { mean, variance: squares / (persons - 1) };
}

/** Pearson's correlation; not a number where one of the two does not vary. */
export function correlate(left: Float64Array, right: Float64Array, counts: Float64Array): number {
  const [l, r] = [momentsOf(left, counts), momentsOf(right, counts)];
  const persons = counts.reduce((sum, count) => sum + count, 0);
  const products = left.reduce((sum, x, i) => sum + (counts[i] ?? 0) * (x - l.mean) * ((right[i] ?? 0) - r.mean), 0);
  return products / (persons - 1) / Math.sqrt(l.variance * r.variance);
}
