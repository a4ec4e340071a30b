import { logistic, softplus } from '../models/logistic.ts';
import { solvePositive } from '../numerics/linear.ts';

/** People with equal predictors (the first is 1, for the intercept), and how many of them had something right and wrong. */
export type Cell = { predictors: readonly number[]; right: number; wrong: number };

/**
 * A fitted regression. Where the predictors part right from wrong wholly, coefficients grow without bound: the
 * log-likelihood is then that of the limit, and `converged` is false. It is not a number where they are not determined.
 */
export type Regression = { coefficients: Float64Array; logLikelihood: number; converged: boolean };

const MAX_STEPS = 60;
const TOLERANCE = 1e-9;

/**
 * Logistic regression by Newton's method, with steps halved until they lead upwards.
 *
 * @param cells at least one, all with equally many predictors
 * @see McCullagh & Nelder (1989), section 4.4
 */
export function regress(cells: readonly Cell[]): Regression {
  const size = cells[0]?.predictors.length ?? 0;
  let coefficients = new Float64Array(size);
  let height = heightAt(cells, coefficients);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { gradient, information } = slopesAt(cells, coefficients);
    const move = solvePositive(information, gradient);
    if (move === null) {
      // On the way to the limit the information vanishes; at the start it means that a predictor tells nothing new.
      return { coefficients, logLikelihood: step === 0 ? Number.NaN : height, converged: false };
    }
    if (move.every((by) => Math.abs(by) < TOLERANCE)) return { coefficients, logLikelihood: height, converged: true };
    let part = 1;
    let next = add(coefficients, move, part);
    while (heightAt(cells, next) < height && part > 1e-6) {
      part /= 2;
      next = add(coefficients, move, part);
    }
    coefficients = next;
    height = heightAt(cells, next);
  }
  return { coefficients, logLikelihood: height, converged: false };
}

function add(at: Float64Array, move: Float64Array, part: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(at, (one, k) => one + part * (move[k] ?? 0));
}

function logitOf({ predictors }: Cell, coefficients: Float64Array): number {
  return predictors.reduce((sum, x, k) => sum + x * (coefficients[k] ?? 0), 0);
}

function heightAt(cells: readonly Cell[], coefficients: Float64Array): number {
  return cells.reduce((sum, cell) => {
    const z = logitOf(cell, coefficients);
    return sum - cell.right * softplus(-z) - cell.wrong * softplus(z);
  }, 0);
}

function slopesAt(cells: readonly Cell[], coefficients: Float64Array) {
  const size = coefficients.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (const cell of cells) {
    const z = logitOf(cell, coefficients);
    const [p, q] = [logistic(z), logistic(-z)];
    const residual = cell.right * q - cell.wrong * p;
    const weight = (cell.right + cell.wrong) * p * q;
    for (const [k, x] of cell.predictors.entries()) {
      gradient[k] = (gradient[k] ?? 0) + residual * x;
      for (const [l, y] of cell.predictors.entries()) {
        information[k * size + l] = (information[k * size + l] ?? 0) + weight * x * y;
      }
    }
  }
  return { gradient, information };
}
