import type { Matrix } from '../numerics/linear.ts';

/** How a figure follows from free parameters: its derivative by each that it depends on. */
export type Derivatives = readonly (readonly [parameter: number, derivative: number])[];

/**
 * Standard error of a figure that is computed from estimates, to first order.
 *
 * @param covariance of the estimates, `size` × `size`
 * @formula variance = sum(g, (gk, k) => sum(g, (gl, l) => gk * gl * covariance[k][l]))
 * @see Cramér (1946), section 28.4, the "delta method"
 */
export function deltaError(covariance: Matrix, size: number, derivatives: Derivatives): number {
  let variance = 0;
  for (const [k, byK] of derivatives) {
    for (const [l, byL] of derivatives) variance += byK * byL * (covariance[k * size + l] as number);
  }
  return Math.sqrt(variance);
}
