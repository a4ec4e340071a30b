export { ADAPTIVE_GRID, type AdaptiveAnswer, type AdaptiveBank, expectAbility, prepareBank } from './bank.ts';
export { type ContentPlan, measureDeficits } from './content.ts';
export { controlExposure, type ExposureControl, type ExposureCounts, type ExposureResult } from './exposure.ts';
export * from './next-item.ts';
export * from './run.ts';
export * from './simulate.ts';
export {
  type CutDecision,
  decideByInterval,
  decideBySprt,
  type SequentialRule,
  type StoppingRule,
  type StoppingState,
} from './stopping.ts';
