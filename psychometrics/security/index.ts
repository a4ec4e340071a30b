export * from './answer-copying.ts';
export * from './option-model.ts';
export { calibrateTimes, type TimeCalibration, type TimedItem, type Times } from './response-times.ts';
export * from './revisions.ts';
export * from './working-times.ts';
