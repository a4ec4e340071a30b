import { expect, test } from 'vitest';
import { responsesOf } from '../calibration/responses.ts';
import { analyseOptions } from '../classical/options.ts';
import { testScoreFit } from '../fit/score-fit.ts';
import { partialCredit, twoPl } from '../models/item.ts';
import { normalNumber, seededRandom } from '../simulation/random.ts';
import { simulateResponses } from '../simulation/responses.ts';
import { numberOf, readPlot } from '../testing/plot-reader.ts';
import { everyElement } from '../testing/xml-reader.ts';
import { groupByAbility, plotItemFit, plotOptions, plotPersonItemMap, plotScoreFit } from './index.ts';

const random = seededRandom(11);
const bank = Array.from({ length: 15 }, (_, j) => twoPl(1.2, -1.4 + 0.2 * j));
const abilities = Float64Array.from({ length: 600 }, () => normalNumber(random));
const answers = simulateResponses(bank, abilities, random);
const [item = twoPl(1, 0)] = bank.slice(7);

test('groups hold everybody who has an ability, in its order, and people of equal ability stay together', () => {
  const groups = groupByAbility(answers, abilities, { item: 7, groups: 6 });
  expect(groups.map(({ persons }) => persons)).toEqual([100, 100, 100, 100, 100, 100]);
  const right = groups.reduce((sum, { persons, share }) => sum + persons * share, 0);
  expect(right).toBeCloseTo(
    Array.from(abilities, (_, i) => answers.scores[i * 15 + 7] ?? 0).reduce((sum, x) => sum + x),
    9,
  );
  expect(groups.map(({ theta }) => theta)).toEqual(groups.map(({ theta }) => theta).toSorted((l, r) => l - r));
  const alike = responsesOf([[1], [0], [1], [null], [1]], [3, 5, 2, 9, 4]);
  expect(groupByAbility(alike, [0, 0, 1, 1, Infinity], { item: 0, groups: 4 })).toMatchObject([
    { persons: 8, theta: 0, share: 3 / 8 },
    { persons: 2, theta: 1, share: 1 },
  ]);
});

test("the interval of a share is Wilson's, and stays within 0 and 1", () => {
  // Newcombe (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20 and 1 of 29.
  const of = (right: number, n: number) =>
    groupByAbility(responsesOf([[1], [0]], [right, n - right]), [0, 0], { item: 0 })[0]?.interval ?? [];
  expect([...of(81, 263), ...of(15, 148)].map((end) => end.toFixed(4))).toEqual([
    '0.2553',
    '0.3662',
    '0.0624',
    '0.1605',
  ]);
  expect([...of(0, 20), ...of(1, 29)].map((end) => end.toFixed(4))).toEqual(['0.0000', '0.1611', '0.0061', '0.1718']);
});

test('observed shares stand over the curve at their ability, with their interval', () => {
  const groups = groupByAbility(answers, abilities, { item: 7, groups: 5 });
  const plot = readPlot(plotItemFit(item, groups));
  const marks = plot.of('plot-observed')[0]?.children ?? [];
  expect(marks).toHaveLength(5);
  for (const [k, { theta, share, interval }] of groups.entries()) {
    const dot = marks[k]?.children.find(({ name }) => name === 'circle');
    const whisker = marks[k]?.children.find(({ name }) => name === 'line');
    if (dot === undefined || whisker === undefined) throw new Error('no dot or no whisker');
    expect(plot.xAt(numberOf(dot, 'cx'))).toBeCloseTo(theta, 1);
    expect(plot.yAt(numberOf(dot, 'cy'))).toBeCloseTo(share, 3);
    expect([plot.yAt(numberOf(whisker, 'y2')), plot.yAt(numberOf(whisker, 'y1'))]).toEqual([
      expect.closeTo(interval[0], 3),
      expect.closeTo(interval[1], 3),
    ]);
  }
  expect(plot.description).toContain('120 people at');
});

test('an item that fits another curve is told to be outside its intervals', () => {
  const groups = groupByAbility(answers, abilities, { item: 7, groups: 5 });
  expect(readPlot(plotItemFit(twoPl(1.2, 3), groups)).description).toContain('interval of 5 of 5 groups');
});

test('the plot of S-X² has the shares of every raw score beside those expected', () => {
  const [fit] = testScoreFit(bank, answers, { parameters: 0 });
  if (fit === undefined) throw new Error('no fit');
  const plot = readPlot(plotScoreFit(fit));
  expect(plot.lines[0]).toHaveLength(fit.groups.length);
  for (const [k, { lowest, highest, expected, persons }] of fit.groups.entries()) {
    expect(plot.lines[0]?.[k]?.x).toBeCloseTo((lowest + highest) / 2, 1);
    expect(plot.lines[0]?.[k]?.y).toBeCloseTo(expected / persons, 2);
  }
  expect(plot.description).toContain(`S-X² = ${fit.statistic.toFixed(2)}`);
});

test('trace lines have a point for each group, the key is named and strongest, an empty group is a gap', () => {
  const choices = ['a', 'b', 'c', 'b', 'b', 'c', 'b', 'b'];
  const plot = readPlot(plotOptions(analyseOptions(choices, [1, 2, 3, 4, 5, 6, 7, 8]), { key: 'b' }));
  expect(plot.words).toEqual(expect.arrayContaining(['b (key)', 'a', 'c', 'lowest', 'highest']));
  const [key] = plot.of('plot-line');
  const path = key?.children.find(({ name }) => name === 'path');
  expect(path?.attributes.get('stroke-width')).toBe('3');
  expect(plot.description).toContain('b (key): 0.50, 0.50, 0.50, 1.00');
  const gap = readPlot(
    plotOptions([{ option: 'a', share: 1, shareByGroup: [1, Number.NaN, 0.5, 0.4], meanAbility: 0 }], { key: 'a' }),
  );
  expect(gap.lines.map((line) => line.length)).toEqual([1, 2]);
  expect(gap.description).toContain('nobody');
});

test('the map counts everybody once, and items stand at their difficulties', () => {
  const plot = readPlot(
    plotPersonItemMap(bank, [...abilities, Infinity], { height: 600, labels: bank.map((_, j) => `q${j + 1}`) }),
  );
  const bars = plot.of('plot-bars')[0]?.children ?? [];
  const people = bars.map(({ children }) => Number(/: (\d+) people/.exec(children[0]?.text ?? '')?.[1]));
  expect(people.reduce((sum, count) => sum + count)).toBe(600);
  const dots = plot.of('plot-items')[0]?.children.filter(({ name }) => name === 'circle') ?? [];
  expect(dots.map((dot) => Math.round(10 * plot.yAt(numberOf(dot, 'cy'))) / 10 || 0).toSorted((l, r) => l - r)).toEqual(
    bank.map(({ b }) => Math.round(10 * b) / 10 || 0),
  );
  expect(plot.words).toEqual(expect.arrayContaining(['q1', 'q15', 'Number of people', 'Items']));
  expect(plot.description).toContain('1 person without a finite ability left out');
});

test('no name of an item on the map lies on another, and where names have no room there are dots, then bars', () => {
  const alike = Array.from({ length: 12 }, () => twoPl(1, 0.3));
  const named = readPlot(plotPersonItemMap(alike, abilities));
  const texts = named.of('plot-items')[0]?.children.filter(({ name }) => name === 'text') ?? [];
  const places = texts.map((text) => `${numberOf(text, 'x')} ${numberOf(text, 'y')}`);
  expect(new Set(places).size).toBe(places.length);
  const dots = readPlot(
    plotPersonItemMap(
      Array.from({ length: 30 }, () => twoPl(1, 0.3)),
      abilities,
    ),
  );
  expect(dots.of('plot-items')[0]?.children.map(({ name }) => name)).toEqual(new Array(30).fill('circle'));
  const bars = readPlot(
    plotPersonItemMap(
      Array.from({ length: 200 }, () => twoPl(1, 0.3)),
      abilities,
    ),
  );
  expect(bars.of('plot-items')).toHaveLength(0);
  expect(bars.words).toContain('Number of items');
  expect(everyElement(bars.root).some(({ text }) => text.endsWith(': 200 items'))).toBe(true);
});

test('on the map every step of an item has its place', () => {
  const plot = readPlot(plotPersonItemMap([partialCredit(1, [-1, 1])], abilities, { labels: ['essay'] }));
  expect(plot.words).toEqual(expect.arrayContaining(['essay (1)', 'essay (2)']));
});
