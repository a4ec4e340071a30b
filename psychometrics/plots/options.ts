import { graded, type Item, partialCredit, threePl } from '../models/item.ts';

/** A cut on the ability scale, in logits, and what it is called. */
export type Cut = { readonly theta: number; readonly label?: string };

/**
 * How a plot is to be: `width` and `height` in pixels, at least 240 × 180 (text keeps its size, so that a narrow screen wants
 * a narrow plot, and a legend of many names a high one); `title` above it, none if empty; `description` for those who do not
 * see it, said from the figures otherwise; words on the axes; and an `id` for the root, from which all other ids are made:
 * without it there are none.
 */
export type PlotOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly description?: string;
  readonly xLabel?: string;
  readonly yLabel?: string;
  readonly id?: string;
};

/** A plot over ability: `range` are its two ends in logits, [-4, 4] if not said. */
export type AbilityPlotOptions = PlotOptions & { readonly range?: readonly [low: number, high: number] };

/** A plot of several lines: `labels` are their names, one each. */
export type LabelledPlotOptions = AbilityPlotOptions & { readonly labels?: readonly string[] };

/** A plot of a whole test: `cuts` are marked. */
export type TestPlotOptions = AbilityPlotOptions & { readonly cuts?: readonly Cut[] };

const SIZES = { width: [240, 4000], height: [180, 4000] } as const;
const FARTHEST = 1000;

/** @throws RangeError if the option is no number of pixels that a plot can have */
export function checkSize(name: keyof typeof SIZES, pixels: number): number {
  const [least, most] = SIZES[name];
  if (pixels >= least && pixels <= most) return pixels;
  throw new RangeError(`${name} ${pixels}: give ${least} to ${most} pixels`);
}

/** @throws RangeError if it can be no id in a document */
export function checkId(id: string): string {
  if (/^[A-Za-z][\w.-]*$/.test(id)) return id;
  throw new RangeError(`id ${JSON.stringify(id)}: give a letter, and then letters, digits, "-", "_" or "."`);
}

/** @throws RangeError if these are not the two ends of a scale of ability */
export function checkRange([low, high]: readonly [number, number]): readonly [number, number] {
  if (high - low >= 0.1 && low >= -FARTHEST && high <= FARTHEST) return [low, high];
  throw new RangeError(`range [${low}, ${high}]: give two abilities in logits, the lower first, such as [-4, 4]`);
}

/** One name for each of several things. @throws RangeError if there is another number of names */
export function checkLabels(labels: readonly string[] | undefined, defaults: readonly string[]): readonly string[] {
  if (labels === undefined) return defaults;
  if (labels.length === defaults.length) return labels;
  throw new RangeError(`${labels.length} labels: give ${defaults.length}, one for each line`);
}

/** @throws RangeError if there is no item, or naming (from 1) one whose parameters no plot can show */
export function checkItems(items: readonly Item[]): void {
  if (items.length === 0) throw new RangeError('no items: give at least one');
  for (const [at, item] of items.entries()) {
    try {
      checkItem(item);
    } catch (error) {
      if (error instanceof RangeError) throw new RangeError(`item ${at + 1}: ${error.message}`);
      throw error;
    }
  }
}

function checkItem(item: Item): void {
  if (item.model === '3pl') threePl(item.a, item.b, item.c);
  else if (item.model === 'gpcm') partialCredit(item.a, item.steps);
  else graded(item.a, item.thresholds);
  const far = [item.a, ...difficultiesOf(item)].find((parameter) => Math.abs(parameter) > FARTHEST);
  if (far !== undefined) throw new RangeError(`parameter ${far} is beyond ${FARTHEST}: give logits`);
}

/** The abilities at which an item tells most: its difficulty, or those of its steps or thresholds. */
export function difficultiesOf(item: Item): readonly number[] {
  if (item.model === '3pl') return [item.b];
  return item.model === 'gpcm' ? item.steps : item.thresholds;
}

/** Cuts that are within the plot. @throws RangeError if one is no ability */
export function cutsWithin(cuts: readonly Cut[], [low, high]: readonly [number, number]): Cut[] {
  for (const { theta } of cuts) {
    if (!Number.isFinite(theta)) throw new RangeError(`cut ${theta}: give a finite ability in logits`);
  }
  return cuts.filter(({ theta }) => theta >= low && theta <= high);
}
