const [lowest, highest] = [0.4, 0.95];
/** Authors' difficulties of the practice bank over the chance that a learner holds none of an item's beliefs: a line. */
const [base, slope] = [0.56, 0.25];
/** Without a program: what a section averages. */
const average = 0.7;

/**
 * A first guess of the chance that a borderline candidate is right, from how widely the beliefs behind the options
 * are held; in steps of 0.05.
 *
 * @see the compiled practice bank: least squares over 44 templates, correlation 0.43; a start, not a measure
 */
export function guessDifficulty(options: readonly { weight: number }[]): number {
  if (options.length === 0) return average;
  const none = options.reduce((chance, { weight }) => chance * (1 - weight), 1);
  const guess = Math.round((base + slope * none) * 20) / 20;
  return Math.min(highest, Math.max(lowest, guess));
}
