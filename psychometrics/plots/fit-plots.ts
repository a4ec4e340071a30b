import type { ScoreFit } from '../fit/score-fit.ts';
import { probabilityRight } from '../models/curves.ts';
import type { BinaryItem } from '../models/item.ts';
import { abilityAxis, rangeOf, shareAxis } from './ability-axis.ts';
import { type AbilityGroup, shareInterval } from './ability-groups.ts';
import { abilitiesFor } from './curve.ts';
import type { Area } from './frame.ts';
import { describeItem, describeRange } from './item-words.ts';
import { drawLines } from './lines.ts';
import { element, type Markup, titleOf } from './markup.ts';
import { type AbilityPlotOptions, checkItems, type PlotOptions } from './options.ts';
import { place, writeFigure } from './scale.ts';

const CAP = 4;

/** A share that was observed, with its interval, in the units of the axes. */
type Observed = { x: number; share: number; interval: readonly [number, number]; detail: string };

/**
 * The shares that had an item right, by ability group with 95 % intervals, over the curve of the model.
 *
 * @param groups of `groupByAbility`
 * @returns a whole SVG document
 * @throws RangeError if the item or a group is none, or an option is none
 * @see Hambleton, Swaminathan & Rogers (1991), chapter 4
 */
export function plotItemFit(
  item: BinaryItem,
  groups: readonly AbilityGroup[],
  options: AbilityPlotOptions = {},
): string {
  checkItems([item]);
  const range = rangeOf(options.range);
  const observed = groups.map(({ theta, share, interval, persons }) => {
    checkShares(share, interval);
    if (!Number.isFinite(theta)) throw new RangeError(`a group's ability ${theta}: give a finite one in logits`);
    const expected = probabilityRight(item, theta);
    const detail = `${persons} people at ${writeFigure(theta)} logits: ${writeFigure(share)} right, expected ${writeFigure(expected)}`;
    return { x: theta, share, interval, detail, isOutside: expected < interval[0] || expected > interval[1] };
  });
  const outside = observed.filter(({ isOutside }) => isOutside).length;
  const frame = {
    heading: 'Item fit: observed and expected',
    description:
      `Shares with a right answer over ${describeRange(range)}, and the curve of the model: ${describeItem(item)}. ` +
      `${observed.map(({ detail }) => `${detail}.`).join(' ')} ` +
      `The curve is outside the 95 % interval of ${outside} of ${observed.length} groups.`,
    x: abilityAxis(range),
    y: shareAxis('Share with a right answer'),
  };
  const values = abilitiesFor([item], range).map((theta) => ({ x: theta, y: probabilityRight(item, theta) }));
  const within = observed.filter(({ x }) => x >= range[0] && x <= range[1]);
  return drawLines(frame, options, {
    lines: [{ label: 'Model', detail: `Model: ${describeItem(item)}`, values }],
    around: (area) => ({ drawn: drawObserved(within, area), taken: [] }),
  });
}

/**
 * The shares that had an item right at each raw score, with 95 % intervals, and those that the model expects: what S-X²
 * sums up.
 *
 * @param fit of one item, from `testScoreFit`
 * @returns a whole SVG document
 * @throws RangeError if no groups are left to show, or an option is none
 * @see Orlando & Thissen (2000)
 */
export function plotScoreFit({ groups, statistic, freedom, pValue }: ScoreFit, options: PlotOptions = {}): string {
  const shown = groups.filter(({ persons }) => persons > 0);
  if (shown.length === 0)
    throw new RangeError('no groups: S-X² needs more people or more items to have something to show');
  const observed = shown.map(({ lowest, highest, persons, right, expected }) => {
    const [share, x] = [right / persons, (lowest + highest) / 2];
    const scores = lowest === highest ? `score ${lowest}` : `scores ${lowest} to ${highest}`;
    const detail = `${persons} people with ${scores}: ${writeFigure(share)} right, expected ${writeFigure(expected / persons)}`;
    return { x, share, interval: shareInterval(share, persons), detail, expected: expected / persons };
  });
  const judged = Number.isNaN(pValue) ? '' : `, ${freedom} degrees of freedom, p = ${writeFigure(pValue, 3)}`;
  const [low, high] = [shown[0]?.lowest ?? 0, shown.at(-1)?.highest ?? 1];
  const frame = {
    heading: 'Item fit by raw score',
    description: `S-X² = ${writeFigure(statistic)}${judged}. ${observed.map(({ detail }) => `${detail}.`).join(' ')}`,
    x: { label: 'Raw score (points)', low: low - 0.5, high: high + 0.5 },
    y: shareAxis('Share with a right answer'),
  };
  return drawLines(frame, options, {
    lines: [{ label: 'Expected', detail: 'Expected', values: observed.map(({ x, expected }) => ({ x, y: expected })) }],
    around: (area) => ({ drawn: drawObserved(observed, area), taken: [] }),
  });
}

function checkShares(share: number, [low, high]: readonly [number, number]): void {
  if (!(0 <= low && low <= high && high <= 1 && share >= 0 && share <= 1)) {
    throw new RangeError(`share ${share} with interval [${low}, ${high}]: give shares in [0, 1]`);
  }
}

/** Dots with whiskers, in ink, so that they stand out from the curve. */
function drawObserved(observed: readonly Observed[], area: Area): Markup {
  const drawn = observed.map(({ x, share, interval: [low, high], detail }) => {
    const [at, top, bottom] = [place(area.x, x), place(area.y, high), place(area.y, low)];
    return element(
      'g',
      {},
      titleOf(detail),
      element('line', { x1: at, x2: at, y1: top, y2: bottom, stroke: 'currentColor', 'stroke-width': 1.2 }),
      ...[top, bottom].map((y) =>
        element('line', { x1: at - CAP, x2: at + CAP, y1: y, y2: y, stroke: 'currentColor', 'stroke-width': 1.2 }),
      ),
      element('circle', { cx: at, cy: place(area.y, share), r: CAP }),
    );
  });
  return element('g', { class: 'plot-observed' }, ...drawn);
}
