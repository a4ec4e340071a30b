import type { EmStep } from './squarem.ts';

/** A calibration as the maximiser and the standard errors see it: a vector of free parameters and what can be asked of it. */
export type Problem = {
  start: Float64Array;
  step: EmStep;
  /** Log-likelihood, without priors. */
  logLikelihood: (parameters: Float64Array) => number;
  /** Places of items (from 0) that have become steps between two nodes: where there are any, no maximum is near. */
  unbounded: (parameters: Float64Array) => number[];
  /** Of the marginal log posterior, by each free parameter. */
  gradient: (parameters: Float64Array) => Float64Array;
  /** How far each parameter is from where there is no item any more; any distance, if it is not said. */
  room?: (parameters: Float64Array) => Float64Array;
};
