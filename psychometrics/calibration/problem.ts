import type { EmStep } from './squarem.ts';

/** A calibration as the maximiser and the standard errors see it: a vector of free parameters and what can be asked of it. */
export type Problem = {
  start: Float64Array;
  step: EmStep;
  /** Log-likelihood, without priors. */
  logLikelihood: (parameters: Float64Array) => number;
  /** Whether a finite maximum may still be near: no free item has become a step between two nodes. */
  isBounded: (parameters: Float64Array) => boolean;
  /** Of the marginal log posterior, by each free parameter. */
  gradient: (parameters: Float64Array) => Float64Array;
};
