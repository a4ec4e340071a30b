import { checkFrequencies, type Frequencies } from './frequencies.ts';

/**
 * The share of people below a score, taking each raw score as spread evenly over the point around it.
 *
 * @param score any number in [-0.5, K + 0.5]
 * @returns in [0, 1]
 * @throws RangeError if a count is negative or not finite, there is nobody, or the score is not a number
 * @formula percentileRank = below + (x - (nearest - 0.5)) * share
 * @see Kolen & Brennan (2014), equation 2.14
 */
export function percentileRank(frequencies: Frequencies, score: number): number {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  if (!(people > 0 && Number.isFinite(people) && frequencies.every((count) => count >= 0)) || Number.isNaN(score)) {
    throw new RangeError(`score ${score} among ${people} people: counts are from 0 on, and somebody is there`);
  }
  const nearest = Math.min(frequencies.length - 1, Math.max(0, Math.floor(score + 0.5)));
  const below = frequencies.slice(0, nearest).reduce((sum, count) => sum + count, 0);
  const inside = Math.min(1, Math.max(0, score - (nearest - 0.5)));
  return (below + inside * (frequencies[nearest] ?? 0)) / people;
}

/**
 * Equivalents with the same percentile rank, unsmoothed. With few people they follow chance; smooth the frequencies first,
 * or use a circle arc.
 *
 * @returns for each raw score 0…K of `from`, its equivalent on `to`, in [-0.5, K + 0.5]
 * @throws RangeError if frequencies are impossible
 * @formula equipercentileEquivalent = score - 0.5 + (rank * people - below) / count
 * @see Kolen & Brennan (2014), section 2.5; Braun & Holland (1982)
 */
export function equatePercentiles(from: Frequencies, to: Frequencies): number[] {
  checkFrequencies(from);
  checkFrequencies(to);
  return from.map((_, score) => scoreAtRank(to, percentileRank(from, score)));
}

/** The score with a percentile rank: of a stretch that nobody reached, its upper end; nobody's rank, the lowest. */
export function scoreAtRank(frequencies: Frequencies, rank: number): number {
  const people = frequencies.reduce((sum, count) => sum + count, 0);
  const wanted = rank * people;
  if (wanted <= 0) return -0.5;
  let below = 0;
  for (const [score, count] of frequencies.entries()) {
    if (below + count > wanted) return score - 0.5 + (wanted - below) / count;
    below += count;
  }
  return frequencies.length - 0.5;
}
