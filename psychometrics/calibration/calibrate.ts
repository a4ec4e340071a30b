import { type BinaryItem, threePl } from '../models/item.ts';
import type { Matrix } from '../numerics/linear.ts';
import type { Grid, Normal } from '../numerics/quadrature.ts';
import { poseGuessing } from './guessing-problem.ts';
import { checkVariety } from './item-counts.ts';
import { guessingErrors, type ItemErrors, type Line, logisticErrors } from './item-errors.ts';
import { poseLogistic } from './logistic-problem.ts';
import { type Packed, packResponses } from './packing.ts';
import { difficultyPrior } from './priors.ts';
import type { Problem } from './problem.ts';
import { watch } from './progress.ts';
import type { Responses } from './responses.ts';
import { type CalibrationSettings, completeSettings, type FullSettings } from './settings.ts';
import { accelerate, type Maximum } from './squarem.ts';
import { covarianceAt, refine } from './standard-errors.ts';

/**
 * A calibrated bank: an item for each column, its intercept d (logits are a θ + d, b = −d / a), the population on the same
 * scale, the log-likelihood without priors, how many EM steps it took, and whether it converged: figures that did not are
 * not to be used. `unbounded` are places of items (from 0) that kept it from converging, because the steeper they are the
 * likelier the answers. `standardErrors` is null if they were not asked for, it has not converged, or the data do not
 * determine the parameters.
 */
export type Calibration = {
  items: BinaryItem[];
  intercepts: number[];
  population: Normal;
  logLikelihood: number;
  iterations: number;
  converged: boolean;
  unbounded: number[];
  standardErrors: ItemErrors[] | null;
};

/**
 * Item parameters from right and wrong answers by marginal maximum likelihood, EM with SQUAREM; with priors, the summit
 * of the posterior. Answers missing by design count neither for nor against, so that several forms with common items are
 * one calibration.
 *
 * @param responses 0, 1 or missing; a row is a person, or a pattern that several share
 * @returns a and d per item, b and the population in logits; the log-likelihood in natural logs
 * @throws RangeError if a score is not 0, 1 or missing; if settings contradict each other; or naming an item that was
 *   answered by nobody, or alike by all, when no prior bounds its difficulty
 * @formula marginalLogLikelihood = sum(rows, (row, i) => counts[i] * log(sum(nodes, (node, q) => weights[q] * product(row, (x, j) => (x === null ? 1 : chance(j, x, node))))))
 * @see Bock & Aitkin (1981); Varadhan & Roland (2008); Kim (2006) for anchors
 */
export function calibrate(responses: Responses, settings: CalibrationSettings): Calibration {
  const full = completeSettings(settings, responses.items);
  const packed = packResponses(responses);
  checkVariety(packed, (j) => full.anchors[j] !== null || difficultyPrior(full.priors, j) !== null);
  return full.model === '3pl' ? calibrateGuessing(packed, full) : calibrateLogistic(packed, full);
}

function calibrateLogistic(packed: Packed, settings: FullSettings): Calibration {
  const { model, anchors, priors, isAnchored } = settings;
  const isRasch = model === 'rasch';
  const problem = poseLogistic(packed, {
    grid: settings.grid,
    slopes: model === '2pl' ? 'free' : isAnchored ? 'held' : 'common',
    priors: anchors.map((_, j) => ({
      difficulty: difficultyPrior(priors, j),
      logDiscrimination: priors.logDiscrimination ?? null,
      difficultyIs: isRasch ? '-d' : '-d/a',
    })),
    held: anchors.map((anchor) => anchor && { a: anchor.a, d: -anchor.a * anchor.b }),
    population: isAnchored ? 'estimated' : 'standard',
  });
  const { parameters, covariance, ...end } = findSummit(problem, settings);
  const { slopes, intercepts, population } = problem.read(parameters);
  // A Rasch scale is the 1PL's with the spread given to the people instead of the items.
  const isRescaled = isRasch && !isAnchored;
  // Where answers have nothing in common it is 0 but for rounding, and no item can have exactly that.
  const common = Math.abs(slopes[0] ?? 1) || Number.EPSILON;
  const slopeOf = (j: number) => (model === '2pl' || isAnchored ? (slopes[j] ?? 1) || Number.EPSILON : common);
  const lines = [...intercepts].map((d, j) => ({ a: isRescaled ? 1 : slopeOf(j), d, c: 0 }));
  return {
    items: anchors.map((anchor, j) => anchor ?? itemOf(lines[j])),
    intercepts: [...intercepts],
    population: isRescaled ? { mean: 0, sd: common } : population,
    logLikelihood: problem.logLikelihood(parameters),
    ...end,
    unbounded: problem.unbounded(parameters),
    standardErrors: covariance && logisticErrors(covariance, parameters.length, settings, lines),
  };
}

function calibrateGuessing(packed: Packed, settings: FullSettings): Calibration {
  const { anchors, priors, isAnchored } = settings;
  const pose = (grid: Grid) =>
    poseGuessing(packed, {
      grid,
      priors: anchors.map((_, j) => ({
        difficulty: difficultyPrior(priors, j),
        logDiscrimination: priors.logDiscrimination ?? null,
        difficultyIs: '-d/a',
        asymptote: priors.asymptote ?? null,
      })),
      held: anchors,
      population: isAnchored ? 'estimated' : 'standard',
    });
  const { start, iterations } = startCoarsely(pose, settings);
  const problem = { ...pose(settings.grid), start };
  const { parameters, covariance, ...end } = findSummit(problem, settings, iterations);
  const { items, population } = problem.read(parameters);
  return {
    items: anchors.map((anchor, j) => anchor ?? itemOf(items[j])),
    intercepts: items.map(({ d }) => d),
    population,
    logLikelihood: problem.logLikelihood(parameters),
    ...end,
    unbounded: problem.unbounded(parameters),
    standardErrors: covariance && guessingErrors(covariance, parameters.length, settings, items),
  };
}

/** Fewer nodes than this are too coarse to come near a summit by. */
const COARSEST = 21;
/** What comes nearer, in the units of the parameters, is for all nodes to find. */
const NEAR = 0.01;
const MOST_COARSE_STEPS = 100;

/**
 * Where EM comes to on half of the nodes, where a step costs half: near the summit, which is then found on all of them. The
 * usual start where that ends nowhere or half are too few.
 */
function startCoarsely(
  pose: (grid: Grid) => Problem,
  { grid, onProgress, maxSteps }: FullSettings,
): { start: Float64Array; iterations: number } {
  const count = Math.ceil(grid.count / 2);
  if (count < COARSEST) return { start: pose(grid).start, iterations: 0 };
  const { start, step, unbounded } = watch(pose({ ...grid, count }), onProgress);
  const stopping = { tolerance: NEAR, maxSteps: Math.min(maxSteps, MOST_COARSE_STEPS) };
  const { parameters, iterations, converged } = accelerate(step, start, stopping);
  const isNear = converged && parameters.every(Number.isFinite) && unbounded(parameters).length === 0;
  return { start: isNear ? parameters : start, iterations };
}

/**
 * Where EM ends and, if standard errors are wanted and there are any, their covariance and a last step by it.
 *
 * @param before EM steps that were taken to come to the start
 */
function findSummit(posed: Problem, settings: FullSettings, before = 0): Maximum & { covariance: Matrix | null } {
  const problem = watch(posed, settings.onProgress, before);
  const isBounded = (at: Float64Array) => problem.unbounded(at).length === 0;
  const climbed = accelerate(problem.step, problem.start, { ...settings, isBounded });
  const found = { ...climbed, iterations: before + climbed.iterations };
  if (settings.standardErrors === 'none' || !found.converged) return { ...found, covariance: null };
  const covariance = covarianceAt(problem, found.parameters);
  if (covariance === null) return { ...found, covariance };
  return { ...found, parameters: refine(problem, found.parameters, covariance), covariance };
}

function itemOf({ a, d, c }: Line = { a: 1, d: 0, c: 0 }): BinaryItem {
  return threePl(a, -d / a, c);
}
