export * from './calibrate.ts';
export { DEFAULT_3PL_PRIORS, type Priors } from './priors.ts';
export * from './responses.ts';
export type { BinaryModel, CalibrationSettings } from './settings.ts';
