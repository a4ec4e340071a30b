import type { Matrix } from '../numerics/linear.ts';
import { type Derivatives, deltaError } from './delta-method.ts';
import type { FullSettings } from './settings.ts';

/** Standard errors of an item's parameters; 0 for what was held or is no parameter of the model. */
export type ItemErrors = { a: number; b: number; c: number; d: number };

/** An item as a line of logits a θ + d above an asymptote. */
export type Line = { a: number; d: number; c: number };

const NONE: ItemErrors = { a: 0, b: 0, c: 0, d: 0 };

/** Of items without guessing, from the covariance of slopes and intercepts. */
export function logisticErrors(
  covariance: Matrix,
  size: number,
  { model, anchors, isAnchored }: FullSettings,
  lines: readonly Line[],
): ItemErrors[] {
  const error = (derivatives: Derivatives) => deltaError(covariance, size, derivatives);
  let free = 0;
  return lines.map(({ a, d }, j) => {
    if (anchors[j] !== null) return NONE;
    const at = free++;
    if (model === 'rasch') {
      const own = isAnchored ? at : at + 1;
      return { ...NONE, b: error([[own, 1]]), d: error([[own, 1]]) };
    }
    const [slope, intercept] = model === '2pl' ? [2 * at, 2 * at + 1] : [0, at + 1];
    const b: Derivatives = [
      [slope, d / (a * a)],
      [intercept, -1 / a],
    ];
    return { a: error([[slope, 1]]), b: error(b), c: 0, d: error([[intercept, 1]]) };
  });
}

/** Of items with guessing, from the covariance of log a, d and the log-odds of c. */
export function guessingErrors(
  covariance: Matrix,
  size: number,
  { anchors }: FullSettings,
  items: readonly Line[],
): ItemErrors[] {
  const error = (derivatives: Derivatives) => deltaError(covariance, size, derivatives);
  let free = 0;
  return items.map(({ a, d, c }, j) => {
    if (anchors[j] !== null) return NONE;
    const at = 3 * free++;
    // The free parameters are log a, d and the log-odds of c.
    const b: Derivatives = [
      [at, d / a],
      [at + 1, -1 / a],
    ];
    return { a: error([[at, a]]), b: error(b), c: error([[at + 2, c * (1 - c)]]), d: error([[at + 1, 1]]) };
  });
}
