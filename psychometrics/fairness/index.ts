export { type Homogeneity, testHomogeneity } from './homogeneity.ts';
export { compareGroupsByLogistic, type LogisticDifference, type NestedTest } from './logistic-difference.ts';
export { compareGroups, type GroupDifference } from './mantel-haenszel.ts';
export {
  type ScoreDifference,
  type StandardisedDifference,
  standardiseDifferences,
  type Weighting,
} from './standardisation.ts';
export type { Group } from './strata.ts';
