import { binomialAtLeast, negativeBinomialAtLeast, poissonAtLeast } from './count-tails.ts';

/** How a person, or everybody in a class or test centre together, changed answers, of so many `answers` given. */
export type RevisionCounts = { answers: number; wrongToRight: number; rightToWrong: number; wrongToWrong: number };

/**
 * How unusual somebody's changes from wrong to right are. `expected` is what others' rate makes of as many answers;
 * `pPoisson` is the chance of at least as many if everybody's were of that rate; `pOverdispersed` the same with people
 * differing as much as they do; `pBinomial` the chance that of as many changes at least so many went from wrong to right.
 */
export type RevisionTest = { expected: number; pPoisson: number; pOverdispersed: number; pBinomial: number };

/**
 * Of everybody, with `dispersion` about 1 where Poisson's distribution holds; above it believe `pOverdispersed`. It is not a
 * number where nobody changed anything from wrong to right.
 */
export type RevisionTests = { dispersion: number; each: RevisionTest[] };

/**
 * Whether changes from wrong to right are more than others' lead one to expect: how tampering with answers after the test,
 * and being told answers during it, can show. Everybody is compared with all the others (half a change is added to theirs,
 * so that no expectation is 0).
 *
 * Thorough people revise more, and most revisions are to the better: a count alone proves nothing. A rate that is high among
 * one's own changes (`pBinomial`) is the less innocent sign. In a screening of everybody divide the level by their number.
 *
 * @param counts of at least three people or groups
 * @throws RangeError if there are fewer, a count is no whole number from 0, or there are more changes than answers
 * @formula revisionsExpected = (answers * (others + 0.5)) / othersAnswers
 * @formula rateToRight = (others + 0.5) / (othersChanges + 1)
 * @formula dispersion = sum(w, (one, i) => (one - m[i]) ** 2 / m[i]) / (w.length - 1)
 * @formula excessVariance = sum(w, (one, i) => (one - m[i]) ** 2 - m[i]) / sum(m, (one) => one ** 2)
 * @see Wollack, Cohen & Eckerly (2015) on erasures; van der Linden & Jeon (2012); Cameron & Trivedi (1990) for the excess
 */
export function testRevisions(counts: readonly RevisionCounts[]): RevisionTests {
  if (counts.length < 3) throw new RangeError(`${counts.length} rows of revisions: at least 3 are needed to compare`);
  for (const [i, row] of counts.entries()) checkCounts(row, i);
  const total = (of: (row: RevisionCounts) => number) => counts.reduce((sum, row) => sum + of(row), 0);
  const all = {
    right: total(({ wrongToRight }) => wrongToRight),
    changes: total(changesOf),
    answers: total(({ answers }) => answers),
  };
  const rows = counts.map((row) => {
    const mean = (row.answers * all.right) / all.answers;
    return { ...row, mean, squares: (row.wrongToRight - mean) ** 2 };
  });
  const sum = (of: (row: { mean: number; squares: number }) => number) => rows.reduce((s, row) => s + of(row), 0);
  const [above, means] = [sum(({ squares, mean }) => squares - mean), sum(({ mean }) => mean ** 2)];
  return {
    dispersion: sum(({ squares, mean }) => squares / mean) / (rows.length - 1),
    each: rows.map((row) => {
      const expected = (row.answers * (all.right - row.wrongToRight + 0.5)) / (all.answers - row.answers);
      const excess = (above - (row.squares - row.mean)) / (means - row.mean ** 2);
      const changes = changesOf(row);
      const chance = (all.right - row.wrongToRight + 0.5) / (all.changes - changes + 1);
      return {
        expected,
        pPoisson: poissonAtLeast(row.wrongToRight, expected),
        pOverdispersed: negativeBinomialAtLeast(row.wrongToRight, { mean: expected, excess }),
        pBinomial: binomialAtLeast(row.wrongToRight, { trials: changes, chance }),
      };
    }),
  };
}

function changesOf({ wrongToRight, rightToWrong, wrongToWrong }: RevisionCounts): number {
  return wrongToRight + rightToWrong + wrongToWrong;
}

function checkCounts(row: RevisionCounts, i: number): void {
  for (const name of ['answers', 'wrongToRight', 'rightToWrong', 'wrongToWrong'] as const) {
    const count = row[name];
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`row ${i + 1}: ${name} is ${count}`);
  }
  if (row.answers === 0)
    throw new RangeError(`row ${i + 1}: no answers, so that nothing could be changed: leave it out`);
  if (changesOf(row) > row.answers) {
    throw new RangeError(`row ${i + 1}: ${changesOf(row)} changes of ${row.answers} answers: count each answer once`);
  }
}
