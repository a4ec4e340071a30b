import { highestScore, type Item } from '../models/item.ts';
import { DEFAULT_GRID, type Grid, type Normal } from '../numerics/quadrature.ts';
import { type CalibrationProgress, watch } from './progress.ts';
import { countScores, type Responses } from './responses.ts';
import { type ScoreModel, scoreItem } from './score-model.ts';
import { poseScores } from './score-problem.ts';
import { accelerate } from './squarem.ts';
import { covarianceAt, refine } from './standard-errors.ts';

/**
 * What is left out has its default: 61 nodes on [-6, 6], tolerance 1e-6, 2,000 steps, no standard errors. `anchors` are items
 * of any kind whose parameters are known and held, right-or-wrong ones too, `null` for those to calibrate: the scale is then
 * theirs, and the population's mean and sd are estimated with the new items. `onProgress` hears of each pass.
 */
export type ScoreCalibrationSettings = {
  model: ScoreModel;
  grid?: Grid;
  tolerance?: number;
  maxSteps?: number;
  anchors?: readonly (Item | null)[];
  standardErrors?: 'none' | 'observed';
  onProgress?: (progress: CalibrationProgress) => void;
};

/**
 * Calibrated items with several scores and the population on the same scale, N(0, 1) without anchors. `intercepts` are
 * d₁…d_m of each item; `standardErrors` of a and of these, 0 of anchors, null if not asked for or not determined.
 */
export type ScoreCalibration = {
  items: Item[];
  intercepts: number[][];
  population: Normal;
  logLikelihood: number;
  iterations: number;
  converged: boolean;
  standardErrors: { a: number; intercepts: number[] }[] | null;
};

/**
 * Item parameters from scores 0…m by marginal maximum likelihood: generalised partial credit or graded responses. The
 * highest score of a new item is the highest that was seen.
 *
 * @param responses scores 0…m or missing; a row is a person, or a pattern that several share
 * @returns discriminations per logit, steps and thresholds in logits; the log-likelihood in natural logs
 * @throws RangeError naming an item (from 1) of which not every score from 0 to the highest was given by somebody: its
 *   steps have no finite estimate, join scores first; of which high scores go with low ones of the others, in a grm; whose
 *   anchor has no such score; if there are no responses, not one anchor or null per item, or a setting is none
 * @formula partialCreditIntercept = -a * sum(steps.slice(0, k))
 * @formula gradedIntercept = -a * thresholds[k - 1]
 * @see Muraki (1992); Samejima (1969); Bock & Aitkin (1981); Kim (2006) for anchors
 */
export function calibrateScores(responses: Responses, settings: ScoreCalibrationSettings): ScoreCalibration {
  const { model, grid = DEFAULT_GRID, tolerance = 1e-6, maxSteps = 2000, standardErrors = 'none' } = settings;
  const { anchors = Array.from({ length: responses.items }, () => null), onProgress = () => undefined } = settings;
  if (model !== 'gpcm' && model !== 'grm') throw new RangeError(`model ${model}: it is one of gpcm, grm`);
  if (responses.items === 0 || responses.counts.length === 0) throw new RangeError('no responses to calibrate');
  checkScores(responses, anchors);
  const population = anchors.some((anchor) => anchor !== null) ? 'estimated' : 'standard';
  const problem = watch(poseScores(responses, { model, grid, held: anchors, population }), onProgress);
  const isBounded = (at: Float64Array) => problem.unbounded(at).length === 0;
  const { parameters: last, ...end } = accelerate(problem.step, problem.start, { tolerance, maxSteps, isBounded });
  const covariance = standardErrors === 'none' || !end.converged ? null : covarianceAt(problem, last);
  const parameters = covariance === null ? last : refine(problem, last, covariance);
  const read = problem.read(parameters);
  const lines = besideAnchors(anchors, read.lines);
  if (model === 'grm') checkRising(lines);
  const items = lines.map((line, j) => anchors[j] ?? scoreItem(model, line ?? new Float64Array()));
  return {
    items,
    intercepts: items.map(interceptsOf),
    population: read.population,
    logLikelihood: problem.logLikelihood(parameters),
    ...end,
    standardErrors: covariance && errorsOf(items, besideAnchors(anchors, problem.read(variancesOf(covariance)).lines)),
  };
}

function checkScores(responses: Responses, anchors: readonly (Item | null)[]): void {
  if (anchors.length !== responses.items) {
    throw new RangeError(`${responses.items} items, ${anchors.length} anchors: give one or null for each`);
  }
  for (const [j, seen] of countScores(responses).entries()) {
    const anchor = anchors[j] ?? null;
    const never = seen.indexOf(0);
    if (anchor === null && never >= 0) {
      throw new RangeError(`item ${j + 1} has no finite estimate: nobody has score ${never}`);
    }
    if (anchor !== null && seen.length - 1 > highestScore(anchor)) {
      throw new RangeError(`item ${j + 1} has score ${seen.length - 1}, its anchor none above ${highestScore(anchor)}`);
    }
  }
}

/** What was read of the free items in the places of all; null where there is an anchor. */
function besideAnchors<T>(anchors: readonly (Item | null)[], lines: readonly T[]): (T | null)[] {
  let free = 0;
  return anchors.map((anchor) => (anchor === null ? (lines[free++] ?? null) : null));
}

function checkRising(lines: readonly (Float64Array | null)[]): void {
  const falling = lines.flatMap((line, j) => (line === null || (line[0] ?? 0) > 0 ? [] : [j + 1]));
  if (falling.length === 0) return;
  throw new RangeError(
    `${falling.length === 1 ? 'item' : 'items'} ${falling.join(', ')} fall where others rise: ` +
      'turn their scores round (highest − score), or use the gpcm',
  );
}

function interceptsOf(item: Item): number[] {
  if (item.model === '3pl') return [-item.a * item.b];
  if (item.model === 'grm') return item.thresholds.map((threshold) => -item.a * threshold);
  let sum = 0;
  return item.steps.map((step) => {
    sum += step;
    return -item.a * sum;
  });
}

function variancesOf(covariance: Float64Array): Float64Array {
  const size = Math.sqrt(covariance.length);
  return Float64Array.from({ length: size }, (_, k) => covariance[k * size + k] as number);
}

function errorsOf(items: readonly Item[], variances: readonly (Float64Array | null)[]) {
  return items.map((item, j) => {
    const [a = 0, ...intercepts] = (variances[j] ?? new Float64Array(highestScore(item) + 1)).map(Math.sqrt);
    return { a, intercepts };
  });
}
