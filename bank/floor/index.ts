export { countSections, difficultyOfTemplate, type PoolCensus, type SectionCensus } from './census.ts';
export { findShortfalls } from './floor.ts';
export { drawTrialForms, type FormTrial } from './form-trial.ts';
export { promiseItems } from './promised-items.ts';
