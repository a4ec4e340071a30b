/** How many people had each raw score of a form: `frequencies[score]`, scores 0…K. */
export type Frequencies = readonly number[];

/** @throws RangeError if there are fewer than two scores, a count is negative or not finite, or everybody has one score */
export function checkFrequencies(frequencies: Frequencies): void {
  const wrong = frequencies.findIndex((count) => !(count >= 0 && Number.isFinite(count)));
  if (wrong >= 0) throw new RangeError(`score ${wrong}: ${frequencies[wrong]} people`);
  if (frequencies.filter((count) => count > 0).length < 2)
    throw new RangeError('fewer than two raw scores were reached');
}

/** Mean and standard deviation (with n − 1) of raw scores. @throws RangeError if there is not more than one person in all */
export function describeScores(frequencies: Frequencies): { mean: number; sd: number } {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  if (!(people > 1)) throw new RangeError(`${people} people in all: give how many had each score, not their shares`);
  const mean = frequencies.reduce((sum, count, score) => sum + count * score, 0) / people;
  const squares = frequencies.reduce((sum, count, score) => sum + count * (score - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (people - 1)) };
}
