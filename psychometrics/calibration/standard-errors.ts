import { invertPositive, type Matrix } from '../numerics/linear.ts';
import type { Problem } from './problem.ts';

/** Relative step of the differences: their error is then near 1e-9 of the information. */
const STEP = 1e-4;

/**
 * The covariance of the estimates: the inverse of the observed information, which is minus the second derivatives of the
 * marginal log posterior. They are central differences of its gradient, which an E-step gives exactly (Fisher's identity);
 * at the summit that equals what Oakes's and Louis's formulas give.
 *
 * @returns p × p, row by row; null if the information is not positive definite, which says that the estimates are not at
 *   a summit or that the data do not determine them
 * @formula secondDerivative = (gradientAbove - gradientBelow) / (2 * h)
 * @see Oakes (1999); Louis (1982); golden values are those of mirt's default
 */
export function covarianceAt({ gradient }: Problem, parameters: Float64Array): Matrix | null {
  const size = parameters.length;
  const information = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const at = parameters[k] as number;
    const h = STEP * Math.max(1, Math.abs(at));
    const above = gradient(parameters.with(k, at + h));
    const below = gradient(parameters.with(k, at - h));
    for (let l = 0; l < size; l++) {
      const second = ((above[l] as number) - (below[l] as number)) / (2 * h);
      information[k * size + l] = (information[k * size + l] as number) - second / 2;
      information[l * size + k] = (information[l * size + k] as number) - second / 2;
    }
  }
  return invertPositive(information, size);
}
