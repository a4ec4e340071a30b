import { invertPositive, type Matrix } from '../numerics/linear.ts';
import type { Problem } from './problem.ts';

/** Relative step of the differences: their error is then near 1e-9 of the information. */
const STEP = 1e-4;
/** Of the room that a parameter has, so little is used: a rare score bends the slope within it. */
const CLOSE = 1e-2;
/** Share of a parameter's information that must be left when all others are known as little: less is that error. */
const LEAST = 1e-6;

/**
 * The covariance of the estimates: the inverse of the observed information, which is minus the second derivatives of the
 * marginal log posterior. They are central differences of its gradient, which an E-step gives exactly (Fisher's identity);
 * at the summit that equals what Oakes's and Louis's formulas give.
 *
 * @returns p × p, row by row; null if the information is not positive definite, or as good as singular, which says that
 *   the estimates are not at a summit or that the data do not determine them
 * @formula secondDerivative = (gradientAbove - gradientBelow) / (2 * h)
 * @see Oakes (1999); Louis (1982); golden values are those of mirt's default
 */
export function covarianceAt({ gradient, room }: Problem, parameters: Float64Array): Matrix | null {
  const size = parameters.length;
  const rooms = room?.(parameters);
  const information = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const at = parameters[k] as number;
    const h = Math.min(STEP * Math.max(1, Math.abs(at)), CLOSE * (rooms?.[k] ?? Number.POSITIVE_INFINITY));
    const above = gradient(parameters.with(k, at + h));
    const below = gradient(parameters.with(k, at - h));
    for (let l = 0; l < size; l++) {
      const second = ((above[l] as number) - (below[l] as number)) / (2 * h);
      information[k * size + l] = (information[k * size + l] as number) - second / 2;
      information[l * size + k] = (information[l * size + k] as number) - second / 2;
    }
  }
  return invertPositive(information, size, LEAST);
}

/**
 * The rest of the way that EM left: one Newton step with the covariance at the estimates, if it lessens the slope. EM ends
 * where its steps are small, which is not yet where the summit is near; this squares what is missing. The slope is taken
 * in standard errors, as Newton's decrement.
 */
export function refine({ gradient }: Problem, parameters: Float64Array, covariance: Matrix): Float64Array {
  const here = gradient(parameters);
  const move = multiply(covariance, here);
  const next = parameters.map((at, k) => at + (move[k] as number));
  const there = gradient(next);
  return dot(there, multiply(covariance, there)) < dot(here, move) ? next : parameters;
}

function multiply(matrix: Matrix, vector: Float64Array): Float64Array {
  return vector.map((_, k) => dot(matrix.subarray(k * vector.length, (k + 1) * vector.length), vector));
}

function dot(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, one, k) => sum + one * (right[k] as number), 0);
}
