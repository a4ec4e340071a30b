import { type BinaryItem, threePl } from '../models/item.ts';
import { DEFAULT_GRID, type Grid } from '../numerics/quadrature.ts';
import { checkPriors, DEFAULT_3PL_PRIORS, type Priors } from './priors.ts';
import type { CalibrationProgress } from './progress.ts';

/** Rasch: a = 1, population N(0, sd²). 1PL: one a for all, population N(0, 1), as for 2PL and 3PL. */
export type BinaryModel = 'rasch' | '1pl' | '2pl' | '3pl';

/**
 * How to calibrate; what is left out has its default.
 *
 * - `grid`: 61 nodes on [-6, 6].
 * - `tolerance`: 1e-6; it ends when no parameter moves farther in an EM step. `maxSteps`: 2,000.
 * - `priors`: those of `DEFAULT_3PL_PRIORS` for the 3PL, none for the others.
 * - `anchors`: items whose parameters are known and held, `null` for those to calibrate. The scale is then theirs, and the
 *   population's mean and sd are estimated with the new items.
 * - `standardErrors`: 'observed' asks for them; they take two E-steps for each free parameter, and bring the estimates
 *   nearer to the summit than EM's tolerance alone.
 * - `onProgress`: told after each step and each pass for standard errors; an error that it throws ends the calibration.
 */
export type CalibrationSettings = {
  model: BinaryModel;
  grid?: Grid;
  tolerance?: number;
  maxSteps?: number;
  priors?: Priors;
  anchors?: readonly (BinaryItem | null)[];
  standardErrors?: 'none' | 'observed';
  onProgress?: (progress: CalibrationProgress) => void;
};

/** Settings with every default filled in. */
export type FullSettings = Required<CalibrationSettings> & { isAnchored: boolean };

const MODELS: ReadonlySet<string> = new Set<BinaryModel>(['rasch', '1pl', '2pl', '3pl']);

/** @throws RangeError if settings contradict each other or do not fit the number of items */
export function completeSettings(given: CalibrationSettings, items: number): FullSettings {
  const { model } = given;
  if (!MODELS.has(model)) throw new RangeError(`model ${model}: it is one of ${[...MODELS].join(', ')}`);
  const settings = {
    grid: DEFAULT_GRID,
    tolerance: 1e-6,
    maxSteps: 2000,
    priors: model === '3pl' ? DEFAULT_3PL_PRIORS : {},
    anchors: Array.from({ length: items }, () => null),
    standardErrors: 'none' as const,
    onProgress: () => undefined,
    ...given,
  };
  checkPriors(settings.priors, items);
  checkAnchors(settings, items);
  if (settings.priors.asymptote !== undefined && model !== '3pl') throw new RangeError(`the ${model} has no asymptote`);
  if (settings.priors.logDiscrimination !== undefined && (model === 'rasch' || model === '1pl')) {
    throw new RangeError(`the ${model} has no discrimination of each item that a prior could be of`);
  }
  return { ...settings, isAnchored: settings.anchors.some((anchor) => anchor !== null) };
}

function checkAnchors(
  { model, anchors }: { model: BinaryModel; anchors: readonly (BinaryItem | null)[] },
  items: number,
) {
  if (anchors.length !== items) throw new RangeError(`${items} items, ${anchors.length} anchors`);
  for (const [j, anchor] of anchors.entries()) {
    if (anchor === null) continue;
    threePl(anchor.a, anchor.b, anchor.c);
    if (model === '1pl') throw new RangeError('a 1PL scale has no anchors: calibrate as rasch or 2pl');
    if (model === 'rasch' && anchor.a !== 1) throw new RangeError(`anchor ${j + 1}: a = ${anchor.a} is no Rasch item`);
    if (model !== '3pl' && anchor.c !== 0) throw new RangeError(`anchor ${j + 1}: c = ${anchor.c} is no ${model} item`);
  }
}
