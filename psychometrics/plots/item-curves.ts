import { curvesOf, probabilityRight } from '../models/curves.ts';
import { itemInformation } from '../models/information.ts';
import { type BinaryItem, highestScore, type Item } from '../models/item.ts';
import { abilityAxis, amountAxis, rangeOf, shareAxis } from './ability-axis.ts';
import { abilitiesFor } from './curve.ts';
import { describeItem, describeItems, describeRange, nameItems } from './item-words.ts';
import { drawLines } from './lines.ts';
import { checkItems, checkLabels, type LabelledPlotOptions } from './options.ts';
import { writeFigure } from './scale.ts';

/**
 * Item characteristic curves: the probability of a right answer over ability.
 *
 * @param items one or several; up to eight are told apart by tone, pattern and name, more are drawn alike
 * @returns a whole SVG document
 * @throws RangeError if there is no item, one gives several scores (`plotCategoryCurves` shows it), or an option is none
 * @see Birnbaum (1968)
 */
export function plotItemCurves(items: readonly BinaryItem[], options: LabelledPlotOptions = {}): string {
  checkItems(items);
  for (const [at, { model }] of items.entries()) {
    if (model !== '3pl') throw new RangeError(`item ${at + 1} gives several scores: use plotCategoryCurves`);
  }
  const [range, labels] = [rangeOf(options.range), checkLabels(options.labels, nameItems(items))];
  const frame = {
    heading: items.length === 1 ? `Item characteristic curve: ${labels[0]}` : 'Item characteristic curves',
    description: `Probability of a right answer over ${describeRange(range)}. ${describeItems(items, labels)}`,
    x: abilityAxis(range),
    y: shareAxis('Probability of a right answer'),
  };
  const lines = items.map((item, at) => ({
    label: labels[at] ?? '',
    detail: `${labels[at]}: ${describeItem(item)}`,
    values: abilitiesFor([item], range).map((theta) => ({ x: theta, y: probabilityRight(item, theta) })),
  }));
  return drawLines(frame, options, { lines });
}

/**
 * Category curves: the probability of each score on one item over ability.
 *
 * @param options `labels` are names of the scores 0…m
 * @returns a whole SVG document
 * @throws RangeError if the item is none, or an option is none
 * @see Muraki (1992); Samejima (1969)
 */
export function plotCategoryCurves(item: Item, options: LabelledPlotOptions = {}): string {
  checkItems([item]);
  const scores = Array.from({ length: highestScore(item) + 1 }, (_, score) => score);
  const range = rangeOf(options.range);
  const labels = checkLabels(
    options.labels,
    scores.map((score) => `Score ${score}`),
  );
  const abilities = abilitiesFor([item], range);
  const curves = abilities.map((theta) => curvesOf(item, theta).probability);
  const [weakest, ablest] = [curves[0], curves.at(-1)].map((at) => labels[likeliest(at ?? [])]);
  const frame = {
    heading: 'Category characteristic curves',
    description:
      `Probability of each of ${scores.length} scores over ${describeRange(range)}. ${describeItem(item)}. ` +
      `Likeliest at the lower end: ${weakest}; at the upper end: ${ablest}.`,
    x: abilityAxis(range),
    y: shareAxis('Probability of the score'),
  };
  const lines = scores.map((score) => ({
    label: labels[score] ?? '',
    detail: labels[score] ?? '',
    values: abilities.map((theta, k) => ({ x: theta, y: curves[k]?.[score] ?? 0 })),
  }));
  return drawLines(frame, options, { lines });
}

function likeliest(probability: readonly number[]): number {
  return probability.indexOf(Math.max(...probability));
}

/**
 * Item information functions: how sharply each item tells people apart, over ability.
 *
 * @returns a whole SVG document
 * @throws RangeError if there is no item, or an option is none
 * @see Lord (1980), section 5.4
 */
export function plotItemInformation(items: readonly Item[], options: LabelledPlotOptions = {}): string {
  checkItems(items);
  const [range, labels] = [rangeOf(options.range), checkLabels(options.labels, nameItems(items))];
  const lines = items.map((item, at) => {
    const values = abilitiesFor([item], range).map((theta) => ({ x: theta, y: itemInformation(item, theta) }));
    const summit = values.reduce((best, value) => (value.y > best.y ? value : best));
    const detail = `${labels[at]}: at most ${writeFigure(summit.y)}, at ${writeFigure(summit.x)} logits`;
    return { label: labels[at] ?? '', detail, values, summit };
  });
  const highest = Math.max(...lines.map(({ summit }) => summit.y));
  const summits =
    lines.length > 8
      ? `${items.length} items, at most ${writeFigure(highest)} of one item.`
      : lines.map(({ detail }) => `${detail}.`).join(' ');
  const frame = {
    heading: items.length === 1 ? `Item information: ${labels[0]}` : 'Item information functions',
    description: `Information over ${describeRange(range)}. ${summits}`,
    x: abilityAxis(range),
    y: amountAxis('Information (1 / logit²)', highest),
  };
  return drawLines(frame, options, { lines });
}
