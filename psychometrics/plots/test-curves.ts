import { characteristicScore, testInformation } from '../models/information.ts';
import { highestScore, type Item } from '../models/item.ts';
import { abilityAxis, amountAxis, rangeOf } from './ability-axis.ts';
import { abilitiesFor } from './curve.ts';
import { drawCuts } from './cuts.ts';
import type { Area } from './frame.ts';
import { describeRange } from './item-words.ts';
import { drawLines, type Value } from './lines.ts';
import { element, type Markup } from './markup.ts';
import { checkItems, cutsWithin, type TestPlotOptions } from './options.ts';
import { place, writeFigure } from './scale.ts';
import { shorten } from './text.ts';

const WIDEST_NAME = 110;

/**
 * The test characteristic curve: the expected raw score over ability, and which raw score belongs to each cut.
 *
 * @returns a whole SVG document
 * @throws RangeError if there is no item, or an option is none
 * @see Lord (1980), section 4.2
 */
export function plotCharacteristicCurve(items: readonly Item[], options: TestPlotOptions = {}): string {
  checkItems(items);
  const range = rangeOf(options.range);
  const highest = items.reduce((sum, item) => sum + highestScore(item), 0);
  const values = abilitiesFor(items, range).map((theta) => ({ x: theta, y: characteristicScore(items, theta) }));
  const cuts = cutsWithin(options.cuts ?? [], range).map((cut) => {
    const score = characteristicScore(items, cut.theta);
    return { ...cut, score, words: `${shorten(cut.label ?? 'Cut', WIDEST_NAME)}: ${writeFigure(score, 1)} points` };
  });
  const ends = `${writeFigure(values[0]?.y ?? 0, 1)} and ${writeFigure(values.at(-1)?.y ?? 0, 1)}`;
  const told = cuts
    .map(
      ({ label = 'Cut', score, theta }) =>
        ` ${label}: ${writeFigure(score, 1)} points at ${writeFigure(theta)} logits.`,
    )
    .join('');
  const frame = {
    heading: 'Test characteristic curve',
    description:
      `Expected raw score, of at most ${highest}, over ${describeRange(range)}; ` + `at the ends it is ${ends}.${told}`,
    x: abilityAxis(range),
    y: { label: 'Expected raw score (points)', low: 0, high: highest },
  };
  const line = { label: 'Expected score', detail: `Expected score on ${items.length} items`, values };
  const around = (area: Area) => {
    const { drawn, taken } = drawCuts(cuts, area);
    return { drawn: cuts.map((cut) => readOff(area, cut)).join('') + drawn, taken };
  };
  return drawLines(frame, options, { lines: [line], around });
}

/** From the curve to the scale of scores, as somebody reads it. */
function readOff(area: Area, { theta, score }: { theta: number; score: number }): Markup {
  const [x, y] = [place(area.x, theta), place(area.y, score)];
  const dash = { stroke: 'currentColor', 'stroke-width': 1.2, 'stroke-dasharray': '3 3' };
  return element(
    'g',
    { class: 'plot-reading' },
    element('line', { x1: area.left, x2: x, y1: y, y2: y, ...dash }),
    element('circle', { cx: x, cy: y, r: 3.5 }),
  );
}

const MOST_ERROR = 100;
const SHOWN = 4;

/**
 * The test information function, and on a second scale the standard error of an ability that follows from it. The error is
 * drawn up to four times its least.
 *
 * @returns a whole SVG document
 * @throws RangeError if there is no item, or an option is none
 * @see Lord (1980), section 5.4
 */
export function plotTestInformation(items: readonly Item[], options: TestPlotOptions = {}): string {
  checkItems(items);
  const range = rangeOf(options.range);
  const information = abilitiesFor(items, range).map((theta) => ({ x: theta, y: testInformation(items, theta) }));
  const summit = information.reduce((best, value) => (value.y > best.y ? value : best));
  const least = 1 / Math.sqrt(summit.y);
  const errorOf = (theta: number) => 1 / Math.sqrt(testInformation(items, theta));
  const cuts = cutsWithin(options.cuts ?? [], range).map((cut) => ({ ...cut, words: cut.label ?? 'Cut' }));
  const told = cuts.map(
    ({ words, theta }) =>
      ` ${words}: information ${writeFigure(testInformation(items, theta))} at ${writeFigure(theta)} logits` +
      (errorOf(theta) <= MOST_ERROR ? `, standard error ${writeFigure(errorOf(theta))}.` : '.'),
  );
  const isShown = least <= MOST_ERROR;
  const best = isShown ? `, where the standard error is ${writeFigure(least)} logits` : '; it is next to nothing';
  const errors = information.map(({ x, y }) => ({ x, y: 1 / Math.sqrt(y) }));
  const right = amountAxis('Standard error (logits)', Math.min(SHOWN * least, Math.max(...errors.map(({ y }) => y))));
  const frame = {
    heading: 'Test information and standard error',
    description:
      `Information over ${describeRange(range)}: at most ${writeFigure(summit.y)}, ` +
      `at ${writeFigure(summit.x)} logits${best}.${told.join('')}`,
    x: abilityAxis(range),
    y: amountAxis('Information (1 / logit²)', summit.y),
    ...(isShown ? { right } : {}),
  };
  const lines = [{ label: 'Information', detail: 'Test information', values: information }];
  const second = {
    label: 'Standard error',
    detail: 'Standard error',
    values: below(errors, right.high),
    onSecond: true,
  };
  return drawLines(frame, options, {
    lines: isShown ? [...lines, second] : lines,
    around: (area) => drawCuts(cuts, area),
    names: 'always',
  });
}

/** What lies up to a height, ending on it; a gap in place of the rest. */
function below(values: readonly Value[], highest: number): Value[] {
  return values.flatMap((value, k) => {
    const before = values[k - 1];
    if (before === undefined || before.y <= highest === value.y <= highest) {
      return value.y <= highest ? [value] : [];
    }
    const [inside, outside] = value.y <= highest ? [value, before] : [before, value];
    // An error without end is reached at once.
    const share = Number.isFinite(outside.y) ? (highest - inside.y) / (outside.y - inside.y) : 0;
    const edge = { x: inside.x + share * (outside.x - inside.x), y: highest };
    return value.y <= highest ? [{ x: edge.x, y: Number.NaN }, edge, value] : [edge, { x: edge.x, y: Number.NaN }];
  });
}
