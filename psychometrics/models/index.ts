export * from './curves.ts';
export * from './cut.ts';
export * from './information.ts';
export {
  type BinaryItem,
  type GradedItem,
  graded,
  highestScore,
  type Item,
  type PartialCreditItem,
  partialCredit,
  rasch,
  type Scores,
  threePl,
  twoPl,
} from './item.ts';
export * from './logistic.ts';
export * from './score-distribution.ts';
