/**
 * The logistic function, exact in both tails.
 *
 * @param z log-odds
 * @returns in [0, 1]
 * @formula logistic = 1 / (1 + exp(-z))
 */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const odds = Math.exp(z);
  return odds / (1 + odds);
}

/**
 * Log-odds of a probability.
 *
 * @param p in [0, 1]
 * @returns in logits, infinite at both ends; not a number outside
 * @formula logit = log(p / (1 - p))
 */
export function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}

/**
 * The softplus: minus the log of the chance of a wrong answer in the 2PL; never overflows.
 *
 * @param z log-odds of a right answer
 * @formula softplus = log(1 + exp(z))
 */
export function softplus(z: number): number {
  return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
}
