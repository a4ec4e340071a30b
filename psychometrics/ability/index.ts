export type { AbilityEstimate } from './estimate.ts';
export * from './maximum-likelihood.ts';
export * from './posterior.ts';
export * from './weighted-likelihood.ts';
