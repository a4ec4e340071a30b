/**
 * A right-or-wrong item of the logistic family (D = 1): discrimination `a`, difficulty `b` in logits, lower asymptote
 * `c` in [0, 1). With c = 0 it is the 2PL, with a common `a` as well the 1PL, with a = 1 the Rasch model.
 */
export type BinaryItem = { model: '3pl'; a: number; b: number; c: number };

/** Generalised partial credit: discrimination `a`, and for each of m steps its difficulty in logits; scores 0…m. */
export type PartialCreditItem = { model: 'gpcm'; a: number; steps: readonly number[] };

/** Graded response: discrimination `a`, and m thresholds in logits, strictly rising; scores 0…m. */
export type GradedItem = { model: 'grm'; a: number; thresholds: readonly number[] };

/** Anything that can be answered and scored 0…m. */
export type Item = BinaryItem | PartialCreditItem | GradedItem;

/** One score per item; `null` where the item was not given to the person, which says nothing about them. */
export type Scores = readonly (number | null)[];

/**
 * A Rasch item.
 *
 * @param b difficulty in logits
 * @throws RangeError if it is not a finite number
 * @see Rasch (1960)
 */
export function rasch(b: number): BinaryItem {
  return threePl(1, b, 0);
}

/**
 * A two-parameter item.
 *
 * @param a discrimination per logit
 * @param b difficulty in logits
 * @throws RangeError if `a` is zero or anything is not finite
 * @see Birnbaum (1968)
 */
export function twoPl(a: number, b: number): BinaryItem {
  return threePl(a, b, 0);
}

/**
 * A three-parameter item.
 *
 * @param b difficulty in logits
 * @param c chance of a right answer at the very bottom, in [0, 1)
 * @throws RangeError if `a` is zero, `c` outside [0, 1), or anything not finite
 * @see Birnbaum (1968)
 */
export function threePl(a: number, b: number, c: number): BinaryItem {
  checkDiscrimination(a);
  if (!Number.isFinite(b)) throw new RangeError(`difficulty ${b} is not a finite number`);
  if (!(c >= 0 && c < 1)) throw new RangeError(`lower asymptote ${c} is outside [0, 1)`);
  return { model: '3pl', a, b, c };
}

/**
 * A partial credit item.
 *
 * @param steps difficulty of each step in logits, in the order of the scores; they may fall (a "reversal")
 * @throws RangeError if `a` is zero, there is no step, or anything is not finite
 * @see Muraki (1992)
 */
export function partialCredit(a: number, steps: readonly number[]): PartialCreditItem {
  checkDiscrimination(a);
  if (steps.length === 0 || !steps.every(Number.isFinite)) throw new RangeError(`steps [${steps}]`);
  return { model: 'gpcm', a, steps };
}

/**
 * A graded item.
 *
 * @param thresholds ability in logits at which each score or more has an even chance; strictly rising
 * @throws RangeError if `a` is not above 0, or the thresholds are none, not finite or not rising
 * @see Samejima (1969)
 */
export function graded(a: number, thresholds: readonly number[]): GradedItem {
  checkDiscrimination(a);
  const isRising = thresholds.every((at, k) => Number.isFinite(at) && (k === 0 || at > (thresholds[k - 1] ?? at)));
  if (a < 0 || thresholds.length === 0 || !isRising) throw new RangeError(`thresholds [${thresholds}] with a = ${a}`);
  return { model: 'grm', a, thresholds };
}

/**
 * The highest score an item gives.
 *
 * @returns 1 for a binary one, else the number of its steps or thresholds
 */
export function highestScore(item: Item): number {
  if (item.model === '3pl') return 1;
  return item.model === 'gpcm' ? item.steps.length : item.thresholds.length;
}

/** @throws RangeError if there is not one score per item, or a score is no whole number the item can give */
export function checkScores(items: readonly Item[], scores: Scores): void {
  if (items.length !== scores.length) throw new RangeError(`${items.length} items, ${scores.length} scores`);
  for (const [i, item] of items.entries()) {
    const score = scores[i] ?? null;
    if (score !== null && !(Number.isInteger(score) && score >= 0 && score <= highestScore(item))) {
      throw new RangeError(`item ${i + 1}: score ${score} is not one of 0…${highestScore(item)}`);
    }
  }
}

function checkDiscrimination(a: number): void {
  if (!Number.isFinite(a) || a === 0) throw new RangeError(`discrimination ${a} is not a finite number other than 0`);
}
