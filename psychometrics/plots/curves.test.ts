import { expect, test } from 'vitest';
import { curvesOf, probabilityRight } from '../models/curves.ts';
import { characteristicScore, itemInformation, testInformation } from '../models/information.ts';
import { graded, partialCredit, threePl, twoPl } from '../models/item.ts';
import { numberOf, type ReadPoint, readPlot } from '../testing/plot-reader.ts';
import {
  plotCategoryCurves,
  plotCharacteristicCurve,
  plotItemCurves,
  plotItemInformation,
  plotTestInformation,
} from './index.ts';

const items = [twoPl(1.2, -1), twoPl(0.6, 0), threePl(2, 0.8, 0.2)];

/** The farthest that a curve lies from what it should show, at its points and between them. */
function farthestOff(points: readonly ReadPoint[], truth: (x: number) => number): number {
  const between = points.slice(1).map((to, k) => {
    const from = points[k] ?? to;
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  });
  return Math.max(...[...points, ...between].map(({ x, y }) => Math.abs(y - truth(x))));
}

test('a point of an item curve stands where the model says, for everyone who reads it by the axes', () => {
  const { lines } = readPlot(plotItemCurves(items));
  expect(lines).toHaveLength(3);
  for (const [k, item] of items.entries()) {
    const points = lines[k] ?? [];
    expect(points[0]?.x).toBeCloseTo(-4, 6);
    expect(points.at(-1)?.x).toBeCloseTo(4, 6);
    expect(farthestOff(points, (theta) => probabilityRight(item, theta))).toBeLessThan(0.001);
  }
});

test('an item so steep that its curve is a step is drawn where it steps', () => {
  const [points = []] = readPlot(plotItemCurves([twoPl(400, 0.123)])).lines;
  const crossing = points.findIndex(({ y }) => y > 0.5);
  expect(points[crossing - 1]?.x).toBeCloseTo(0.123, 1);
  expect(points[crossing]?.x).toBeCloseTo(0.123, 1);
});

test.each([
  ['partial credit', partialCredit(1.1, [-1.5, 0, 1.4])],
  ['graded', graded(1.8, [-2, -0.5, 0.6])],
])('category curves of a %s item have the probability of each score', (_, item) => {
  const { lines } = readPlot(plotCategoryCurves(item, { range: [-3, 3] }));
  expect(lines).toHaveLength(4);
  for (const [score, points] of lines.entries()) {
    expect(farthestOff(points, (theta) => curvesOf(item, theta).probability[score] ?? 0)).toBeLessThan(0.001);
  }
});

test('item information has its summit, however narrow it is', () => {
  const sharp = twoPl(30, 1.23);
  const { lines, description } = readPlot(plotItemInformation([sharp, ...items]));
  const highest = (lines[0] ?? []).reduce((best, point) => (point.y > best.y ? point : best));
  expect(highest.y).toBeCloseTo(225, 0);
  expect(highest.x).toBeCloseTo(1.23, 2);
  expect(description).toContain('Item 1: at most 225.00, at 1.23 logits.');
  expect(farthestOff(lines[3] ?? [], (theta) => itemInformation(threePl(2, 0.8, 0.2), theta))).toBeLessThan(0.3);
});

test('cuts stand at their abilities, and their raw scores are read off the characteristic curve', () => {
  const cuts = [{ theta: -0.5, label: 'Associate' }, { theta: 1.25 }, { theta: 9, label: 'beyond' }];
  const plot = readPlot(plotCharacteristicCurve(items, { cuts }));
  expect(farthestOff(plot.lines[0] ?? [], (theta) => characteristicScore(items, theta))).toBeLessThan(0.005);
  const upright = plot.of('plot-cuts').flatMap(({ children }) => children.filter(({ name }) => name === 'line'));
  expect(upright.map((line) => plot.xAt(numberOf(line, 'x1')))).toEqual([
    expect.closeTo(-0.5, 2),
    expect.closeTo(1.25, 2),
  ]);
  for (const line of upright) expect(numberOf(line, 'x1')).toBe(numberOf(line, 'x2'));
  const level = plot.of('plot-reading').map(({ children: [line] }) => line && plot.yAt(numberOf(line, 'y1')));
  expect(level).toEqual([
    expect.closeTo(characteristicScore(items, -0.5), 2),
    expect.closeTo(characteristicScore(items, 1.25), 2),
  ]);
  expect(plot.words).toContain(`Associate: ${characteristicScore(items, -0.5).toFixed(1)} points`);
  expect(plot.words).toContain(`Cut: ${characteristicScore(items, 1.25).toFixed(1)} points`);
  expect(plot.description).toContain('at −0.50 logits');
});

test('test information and its standard error are read off their own scales', () => {
  const form = Array.from({ length: 30 }, (_, j) => twoPl(1 + (j % 3) / 4, -2 + j / 8));
  const plot = readPlot(plotTestInformation(form, { cuts: [{ theta: 0.5, label: 'Pass' }] }));
  const [information = []] = plot.lines;
  const [, errors = []] = plot.linesOnSecond;
  expect(farthestOff(information, (theta) => testInformation(form, theta))).toBeLessThan(0.02);
  expect(farthestOff(errors, (theta) => 1 / Math.sqrt(testInformation(form, theta)))).toBeLessThan(0.005);
  expect(errors.length).toBeGreaterThan(10);
  expect(plot.words).toEqual(expect.arrayContaining(['Information', 'Standard error', 'Pass']));
});

test('a standard error without end leaves the plot at its upper edge, and is told where the test says nothing', () => {
  const narrow = readPlot(plotTestInformation([twoPl(8, 0)], { range: [-4, 4] }));
  const [, errors = []] = narrow.linesOnSecond;
  const [highest = 0] = [...errors].map(({ y }) => y).toSorted((l, r) => r - l);
  expect(errors[0]?.y).toBeCloseTo(highest, 6);
  expect(errors.at(-1)?.y).toBeCloseTo(highest, 6);
  const nothing = readPlot(plotTestInformation([twoPl(1, 200)]));
  expect(nothing.description).toContain('it is next to nothing');
  expect(nothing.words).not.toContain('Standard error');
});

test('names stand beside their lines, or in a legend where there is no room', () => {
  const apart = readPlot(plotCategoryCurves(partialCredit(1.1, [-1.5, 0, 1.4])));
  expect(apart.of('plot-labels')).toHaveLength(1);
  expect(apart.of('plot-legend')).toHaveLength(0);
  const alike = readPlot(plotItemCurves([twoPl(1, 0), twoPl(1, 0.01), twoPl(1, 0.02)]));
  expect(alike.of('plot-labels')).toHaveLength(0);
  expect(
    alike
      .of('plot-legend')[0]
      ?.children.filter(({ name }) => name === 'text')
      .map(({ text }) => text),
  ).toEqual(['Item 1', 'Item 2', 'Item 3']);
});

test('lines differ by more than their colours, and beyond eight they are a bundle whose names the pointer finds', () => {
  const eight = readPlot(plotItemCurves(Array.from({ length: 8 }, (_, j) => twoPl(1, j - 4))));
  const dashes = eight.of('plot-line').map((line) => line.children.at(-1)?.attributes.get('stroke-dasharray'));
  expect(new Set(dashes).size).toBe(8);
  const bank = readPlot(plotItemCurves(Array.from({ length: 200 }, (_, j) => twoPl(1, j / 50 - 2))));
  expect(bank.lines).toHaveLength(200);
  expect(bank.of('plot-line')[0]?.children[199]?.children[0]?.text).toContain('Item 200: difficulty 1.98 logits');
  expect(bank.description).toContain('200 items: difficulties from −2.00 to 1.98 logits');
});
