export * from './calibrate.ts';
export * from './calibrate-scores.ts';
export type { ItemErrors } from './item-errors.ts';
export { DEFAULT_3PL_PRIORS, type Priors } from './priors.ts';
export type { CalibrationProgress } from './progress.ts';
export { countScores, MISSING, type Responses, responsesOf } from './responses.ts';
export type { ScoreModel } from './score-model.ts';
export type { BinaryModel, CalibrationSettings } from './settings.ts';
