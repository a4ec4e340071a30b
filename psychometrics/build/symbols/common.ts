/** What a name in a formula stands for, as the formula writes it (`s.b` is a figure of each one s of a list). */
export type Symbols = { readonly [name: string]: string };

/** Names that mean the same in every formula that does not say otherwise. */
export const COMMON: Symbols = {
  theta: 'ability',
  a: 'discrimination',
  b: 'difficulty',
  c: 'lower asymptote',
  P: 'chance of a right answer',
  x: 'raw score',
  n: 'how many people',
  sd: 'standard deviation',
  se: 'standard error',
  normalBelow: 'share of a standard normal distribution below a number',
  normalAbove: 'share above it',
};

/** Names that say themselves what they stand for. */
export const PLAIN = ['items', 'item', 'mean', 'covariance', 'cut', 'standardError'] as const;

/** Of a list with a chance for each score. */
export const EACH_SCORE = 'chance of each score 0…m';
