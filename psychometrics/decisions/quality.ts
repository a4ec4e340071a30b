/**
 * How good decisions are. `accuracy` is the share of people who are put where they truly belong, `consistency` the share
 * who would be put at the same place by a second, parallel test, and `kappa` the consistency beyond what two decisions that
 * know nothing of the person would have (`chance`).
 *
 * `trueByDecided[t][d]` is the share of all people who belong to category t and are put into d, `firstBySecond` likewise for
 * two tests; categories from the lowest, 0, one more than there are cuts. `cuts` has the figures of each cut alone:
 * `falsePasses` and `falseFailures` are shares of all people.
 */
export type DecisionQuality = {
  accuracy: number;
  consistency: number;
  chance: number;
  kappa: number;
  cuts: CutQuality[];
  trueByDecided: number[][];
  firstBySecond: number[][];
};

/** The figures of one cut alone, in [0, 1]; kappa at most 1. */
export type CutQuality = {
  accuracy: number;
  consistency: number;
  kappa: number;
  falsePasses: number;
  falseFailures: number;
};

/**
 * Of one group of alike people: which share they are, and the chance of each category to be the one they belong to, the one
 * they are put into, and the one they are put into by a `repeated` test (as `decided` if not said).
 */
export type DecisionShare = {
  share: number;
  belongs: ArrayLike<number>;
  decided: ArrayLike<number>;
  repeated?: ArrayLike<number>;
};

/**
 * Adds up how good decisions are over groups of alike people.
 *
 * @formula consistency = sum(groups, (g) => g.share * sum(g.repeated, (p) => p ** 2))
 * @formula chance = sum(marginal, (p) => p ** 2)
 * @formula kappa = (consistency - chance) / (1 - chance)
 * @see Cohen (1960); Swaminathan, Hambleton & Algina (1974)
 */
export function sumDecisions(groups: Iterable<DecisionShare>, categories: number): DecisionQuality {
  const trueByDecided = squareOf(categories);
  const firstBySecond = squareOf(categories);
  for (const { share, belongs, decided, repeated = decided } of groups) {
    for (let d = 0; d < categories; d++) {
      for (let t = 0; t < categories; t++) {
        addTo(trueByDecided, [t, d], share * (belongs[t] ?? 0) * (decided[d] ?? 0));
        addTo(firstBySecond, [t, d], share * (repeated[t] ?? 0) * (repeated[d] ?? 0));
      }
    }
  }
  const cuts = Array.from({ length: categories - 1 }, (_, cut): CutQuality => {
    const once = collapse(trueByDecided, cut);
    const { consistency, kappa } = agreementOf(collapse(firstBySecond, cut));
    return {
      accuracy: diagonal(once),
      consistency,
      kappa,
      falsePasses: once[0]?.[1] ?? 0,
      falseFailures: once[1]?.[0] ?? 0,
    };
  });
  return { accuracy: diagonal(trueByDecided), ...agreementOf(firstBySecond), cuts, trueByDecided, firstBySecond };
}

/** Certainty of one category. */
export function certainly(category: number, categories: number): number[] {
  return Array.from({ length: categories }, (_, k) => (k === category ? 1 : 0));
}

/** In which category a number falls: how many cuts it reaches. */
export function categoryOf(cuts: readonly number[], value: number): number {
  return cuts.filter((cut) => value >= cut).length;
}

/** @throws RangeError if there is no cut, one is not finite, or they do not rise */
export function checkCuts(cuts: readonly number[]): void {
  if (cuts.length === 0) throw new RangeError('there is no cut: give at least one');
  for (const [k, cut] of cuts.entries()) {
    if (!Number.isFinite(cut)) throw new RangeError(`cut ${k + 1}: ${cut} is not a finite number`);
    if (k > 0 && !(cut > (cuts[k - 1] ?? cut))) throw new RangeError(`cuts [${cuts}] must rise: sort them, each once`);
  }
}

/** The table of one cut: everything below it, everything from it on. */
function collapse(table: readonly number[][], cut: number): number[][] {
  const folded = squareOf(2);
  for (const [row, cells] of table.entries()) {
    for (const [column, cell] of cells.entries()) addTo(folded, [row > cut ? 1 : 0, column > cut ? 1 : 0], cell);
  }
  return folded;
}

/** Kappa is 1 where everybody is put into one category: nobody is then decided about in two ways. */
function agreementOf(table: readonly number[][]): { consistency: number; chance: number; kappa: number } {
  const consistency = diagonal(table);
  const chance = table.reduce((sum, row) => sum + row.reduce((of, cell) => of + cell, 0) ** 2, 0);
  return { consistency, chance, kappa: chance >= 1 ? 1 : (consistency - chance) / (1 - chance) };
}

function diagonal(table: readonly number[][]): number {
  return table.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
}

function squareOf(size: number): number[][] {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

function addTo(table: number[][], [row, column]: readonly [number, number], amount: number): void {
  const cells = table[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) + amount;
}
