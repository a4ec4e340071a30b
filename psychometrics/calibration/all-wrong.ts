import { sumByByte } from './byte-sums.ts';
import type { Form, Packed } from './packing.ts';

/** From so many forms on a table of sums by byte costs less than it saves. */
const MANY = 40;

/**
 * Per form the logs, at each node, of its weight and of the chance that all the form's items are wrong there: where
 * posteriors begin. With gaps at random nearly every row is a form of its own, so their sums are looked up like a person's.
 *
 * @param logWrong `logWrong[item * nodes + node]`
 */
export function logsOfAllWrong(
  { width, forms }: Packed,
  logWrong: Float64Array,
  logWeights: Float64Array,
): (form: Form) => Float64Array {
  const size = logWeights.length;
  if (forms.length < MANY) {
    return ({ given }) => {
      const base = logWeights.slice();
      for (const j of given) {
        for (let q = 0; q < size; q++) base[q] = (base[q] as number) + (logWrong[j * size + q] as number);
      }
      return base;
    };
  }
  const sums = sumByByte(logWrong, width, size);
  return ({ mask }) => {
    const base = logWeights.slice();
    for (let g = 0; g < width; g++) {
      const start = (g * 256 + (mask[g] as number)) * size;
      for (let q = 0; q < size; q++) base[q] = (base[q] as number) + (sums[start + q] as number);
    }
    return base;
  };
}
