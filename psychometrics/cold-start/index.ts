export {
  calibrateByLadder,
  type LadderCalibration,
  type LadderSettings,
} from './calibrate-by-ladder.ts';
export { type Drift, measureDrift, type TwoDifficulties } from './drift.ts';
export { difficultyAtAngoff, priorsOfExperts } from './expert-priors.ts';
export { FAMILY_SPREAD, priorOfFamily, type Sibling } from './family.ts';
export { type ItemStatus, type LadderPlan, planCalibration, type Rung } from './ladder.ts';
export { drawItem, hedgeItem, type Rating, rateAnswer } from './rating.ts';
