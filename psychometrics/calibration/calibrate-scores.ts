import type { GradedItem, PartialCreditItem } from '../models/item.ts';
import { DEFAULT_GRID, type Grid } from '../numerics/quadrature.ts';
import { countScores, type Responses } from './responses.ts';
import { type ScoreModel, scoreItem } from './score-model.ts';
import { poseScores } from './score-problem.ts';
import { accelerate } from './squarem.ts';
import { covarianceAt, refine } from './standard-errors.ts';

/** What is left out has its default: 61 nodes on [-6, 6], tolerance 1e-6, 2,000 steps, no standard errors. */
export type ScoreCalibrationSettings = {
  model: ScoreModel;
  grid?: Grid;
  tolerance?: number;
  maxSteps?: number;
  standardErrors?: 'none' | 'observed';
};

/**
 * Calibrated items with several scores, population N(0, 1). `intercepts` are d₁…d_m of each item; `standardErrors` of a
 * and of these, null if not asked for or not determined.
 */
export type ScoreCalibration = {
  items: (PartialCreditItem | GradedItem)[];
  intercepts: number[][];
  logLikelihood: number;
  iterations: number;
  converged: boolean;
  standardErrors: { a: number; intercepts: number[] }[] | null;
};

/**
 * Item parameters from scores 0…m by marginal maximum likelihood: generalised partial credit or graded responses. The
 * highest score of an item is the highest that was seen.
 *
 * @param responses scores 0…m or missing; a row is a person, or a pattern that several share
 * @returns discriminations per logit, steps and thresholds in logits; the log-likelihood in natural logs
 * @throws RangeError naming an item (from 1) of which not every score from 0 to the highest was given by somebody: its
 *   steps have no finite estimate, join scores first; of which high scores go with low ones of the others, in a grm; if there
 *   are no responses, or a setting is none
 * @formula partialCreditIntercept = -a * sum(steps.slice(0, k))
 * @formula gradedIntercept = -a * thresholds[k - 1]
 * @see Muraki (1992); Samejima (1969); Bock & Aitkin (1981)
 */
export function calibrateScores(responses: Responses, settings: ScoreCalibrationSettings): ScoreCalibration {
  const { model, grid = DEFAULT_GRID, tolerance = 1e-6, maxSteps = 2000, standardErrors = 'none' } = settings;
  if (model !== 'gpcm' && model !== 'grm') throw new RangeError(`model ${model}: it is one of gpcm, grm`);
  if (responses.items === 0 || responses.counts.length === 0) throw new RangeError('no responses to calibrate');
  for (const [j, seen] of countScores(responses).entries()) {
    const never = seen.indexOf(0);
    if (never >= 0) throw new RangeError(`item ${j + 1} has no finite estimate: nobody has score ${never}`);
  }
  const problem = poseScores(responses, model, grid);
  const isBounded = (at: Float64Array) => problem.unbounded(at).length === 0;
  const { parameters: last, ...end } = accelerate(problem.step, problem.start, { tolerance, maxSteps, isBounded });
  const covariance = standardErrors === 'none' || !end.converged ? null : covarianceAt(problem, last);
  const parameters = covariance === null ? last : refine(problem, last, covariance);
  const read = problem.read(parameters);
  if (model === 'grm') checkRising(read);
  return {
    items: read.map((one) => scoreItem(model, one)),
    intercepts: read.map((one) => [...one.subarray(1)]),
    logLikelihood: problem.logLikelihood(parameters),
    ...end,
    standardErrors: errorsOf(problem.read, covariance),
  };
}

function checkRising(lines: readonly Float64Array[]): void {
  const falling = lines.flatMap(([a = 0], j) => (a > 0 ? [] : [j + 1]));
  if (falling.length === 0) return;
  throw new RangeError(
    `${falling.length === 1 ? 'item' : 'items'} ${falling.join(', ')} fall where others rise: ` +
      'turn their scores round (highest − score), or use the gpcm',
  );
}

function errorsOf(read: (parameters: Float64Array) => Float64Array[], covariance: Float64Array | null) {
  if (covariance === null) return null;
  const size = Math.sqrt(covariance.length);
  const errors = Float64Array.from({ length: size }, (_, k) => Math.sqrt(covariance[k * size + k] as number));
  return read(errors).map(([a = 0, ...intercepts]) => ({ a, intercepts }));
}
