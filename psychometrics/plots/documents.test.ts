import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graded, type Item, partialCredit, threePl, twoPl } from '../models/item.ts';
import { numberOf, readPlot } from '../testing/plot-reader.ts';
import { everyElement, type XmlElement } from '../testing/xml-reader.ts';
import { PAPER, TONES } from './appearance.ts';
import {
  plotCategoryCurves,
  plotCharacteristicCurve,
  plotItemCurves,
  plotItemFit,
  plotItemInformation,
  plotOptions,
  plotPersonItemMap,
  plotScoreFit,
  plotTestInformation,
} from './index.ts';

const NUMBERS = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'stroke-width'];

/** What of a picture is no sound number, or lies outside its edges. */
function faultsOf(svg: string): string[] {
  const { root } = readPlot(svg);
  const [width, height] = [numberOf(root, 'width'), numberOf(root, 'height')];
  return everyElement(root).flatMap((one) => faultsIn(one, { width, height }));
}

function faultsIn({ name, attributes }: XmlElement, edges: { width: number; height: number }): string[] {
  return [...attributes].flatMap(([key, value]) => {
    if (key === 'd') {
      const numbers = value.match(/[^MLmlz ]+/g) ?? [];
      const isRelative = value.startsWith('m');
      return numbers.flatMap((one, k) => {
        const most = isRelative ? 12 : k % 2 === 0 ? edges.width : edges.height;
        return faultIn(`${name} d`, one, isRelative ? -12 : 0, most);
      });
    }
    if (!NUMBERS.includes(key)) return [];
    return faultIn(`${name} ${key}`, value, 0, /^(?:y|cy|height)/.test(key) ? edges.height : edges.width);
  });
}

function faultIn(what: string, value: string, least: number, most: number): string[] {
  const isSound = /^-?\d+(?:\.\d{1,2})?$/.test(value) && value !== '-0';
  return isSound && Number(value) >= least && Number(value) <= most ? [] : [`${what}: ${value}`];
}

const parameter = fc.double({ min: -1000, max: 1000, noNaN: true });
const slope = fc.double({ min: 1e-4, max: 1000, noNaN: true });
const binary = fc
  .record({ a: slope, b: parameter, c: fc.double({ min: 0, max: 0.999, noNaN: true }) })
  .map(({ a, b, c }) => threePl(a, b, c));
const steps = fc.array(parameter, { minLength: 1, maxLength: 9 });
const anyItem: fc.Arbitrary<Item> = fc.oneof(
  binary,
  fc.tuple(slope, steps).map(([a, all]) => partialCredit(a, all)),
  fc.tuple(slope, steps).map(([a, all]) => graded(a, [...new Set(all.toSorted((l, r) => l - r))])),
);
const words = fc.string({ unit: 'binary', maxLength: 200 });
const range = fc
  .tuple(fc.integer({ min: -1000, max: 999 }), fc.double({ min: 0.2, max: 1, noNaN: true }))
  .map(([low, span]): [number, number] => [low, low + span]);
const size = { width: fc.integer({ min: 240, max: 1500 }), height: fc.integer({ min: 180, max: 1200 }) };
const look = { ...size, title: words, xLabel: words, yLabel: words };
const options = fc.record(look, { requiredKeys: [] });
const abilityOptions = fc.record({ ...look, range }, { requiredKeys: [] });
const cuts = fc.array(fc.record({ theta: parameter, label: words }), { maxLength: 6 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('whatever is plotted, the document is well formed and everything lies within it', () => {
  /** A low plot may have no room for its legend, and says so. */
  const check = (plot: () => string, { height = 400 }: { height?: number }) => {
    try {
      expect(faultsOf(plot())).toEqual([]);
    } catch (error) {
      const isLow = height < 320 && error instanceof RangeError && error.message.includes('the legend needs at least');
      if (!isLow) throw error;
    }
  };

  test('item curves and information', () => {
    const named = fc.array(fc.tuple(binary, words), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(named, abilityOptions, (all, given) => {
        const labels = all.map(([, label]) => label);
        const items = all.map(([item]) => item);
        check(() => plotItemCurves(items, { ...given, labels }), given);
        check(() => plotItemInformation(items, { ...given, labels }), given);
      }),
      { numRuns: 30 },
    );
  });

  test('category curves', () => {
    fc.assert(
      fc.property(anyItem, abilityOptions, (item, given) => {
        check(() => plotCategoryCurves(item, given), given);
      }),
      { numRuns: 30 },
    );
  });

  test('curves of whole tests, with cuts', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 1, maxLength: 20 }), abilityOptions, cuts, (items, given, at) => {
        check(() => plotCharacteristicCurve(items, { ...given, cuts: at }), given);
        check(() => plotTestInformation(items, { ...given, cuts: at }), given);
      }),
      { numRuns: 30 },
    );
  });

  test('fit, options and the map', () => {
    const group = fc.tuple(parameter, fc.tuple(share, share, share)).map(([theta, shares]) => {
      const [low = 0, middle = 0, high = 0] = shares.toSorted((l, r) => l - r);
      return { persons: 10, theta, share: middle, interval: [low, high] as const };
    });
    const statistic = fc.record({
      option: words,
      share,
      shareByGroup: fc.array(fc.oneof(share, fc.constant(Number.NaN)), { minLength: 4, maxLength: 4 }),
      meanAbility: parameter,
    });
    fc.assert(
      fc.property(
        fc.array(group, { maxLength: 12 }),
        fc.array(statistic, { minLength: 1, maxLength: 8 }),
        fc.array(anyItem, { minLength: 1, maxLength: 40 }),
        fc.array(parameter, { minLength: 1, maxLength: 60 }),
        fc.tuple(abilityOptions, options, cuts),
        (groups, statistics, items, abilities, [given, plain, at]) => {
          check(() => plotItemFit(twoPl(1, 0), groups, given), given);
          check(() => plotOptions(statistics, plain), plain);
          check(() => plotPersonItemMap(items, abilities, { ...given, cuts: at }), given);
        },
      ),
      { numRuns: 30 },
    );
  });
});

const item = twoPl(1.2, 0.5);

test('hostile names are words and nothing else, and long ones are cut with the whole of them in a tooltip', () => {
  const hostile = '</text><script>alert(1)</script>&"\'\u0000\ud800<b';
  const svg = plotItemCurves([item, twoPl(1, -2)], {
    title: hostile,
    labels: [hostile, 'x'.repeat(500)],
    xLabel: hostile,
  });
  const { root, words: shown, name } = readPlot(svg);
  expect(everyElement(root).map(({ name: tag }) => tag)).not.toContain('script');
  expect(svg).not.toContain('<script');
  expect(name).toBe(hostile.replace('\u0000', '\ufffd').replace('\ud800', '\ufffd'));
  expect(shown.every((text) => text.length < 120)).toBe(true);
  expect(shown.some((text) => /^x+…$/.test(text))).toBe(true);
  expect(everyElement(root).some(({ name: tag, text }) => tag === 'title' && text === 'x'.repeat(500))).toBe(true);
});

test('a name is cut between characters, as readers see them', () => {
  const family = '👩‍👩‍👧'.repeat(60);
  const { words: shown } = readPlot(plotItemCurves([item], { title: family }));
  const heading = shown.find((text) => text.endsWith('…')) ?? '';
  expect(heading.replaceAll('👩‍👩‍👧', '')).toBe('…');
});

test('who does not see the plot is told what it is and what it shows', () => {
  const { root, name, description } = readPlot(plotItemCurves([threePl(1.2, 0.5, 0.25)], { labels: ['loops'] }));
  expect(root.attributes.get('role')).toBe('img');
  expect(root.children[0]?.name).toBe('title');
  expect(name).toBe('Item characteristic curve: loops');
  expect(description).toBe(
    'Probability of a right answer over abilities from −4.0 to 4.0 logits. ' +
      'loops: difficulty 0.50 logits, discrimination 1.20, lower asymptote 0.25.',
  );
  expect(readPlot(plotItemCurves([item], { title: '', description: 'Courbe' })).description).toBe('Courbe');
});

test('two plots on one page share no ids: there are none but those made from the id that was given', () => {
  const idsOf = (svg: string) =>
    everyElement(readPlot(svg).root).flatMap(({ attributes }) => attributes.get('id') ?? []);
  expect(idsOf(plotItemCurves([item]))).toEqual([]);
  const svg = plotItemCurves([item], { id: 'first' });
  expect(idsOf(svg)).toEqual(['first', 'first-title', 'first-description']);
  expect(readPlot(svg).root.attributes.get('aria-labelledby')).toBe('first-title');
  expect(readPlot(svg).root.attributes.get('aria-describedby')).toBe('first-description');
});

test('the same figures give the same picture', () => {
  expect(plotItemCurves([item, twoPl(2, -1)])).toBe(plotItemCurves([item, twoPl(2, -1)]));
});

test('tones can be read on light and on dark paper', () => {
  const light = (hex: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, k) => sum + part * ([0.2126, 0.7152, 0.0722][k] ?? 0), 0);
  for (const theme of ['light', 'dark'] as const) {
    for (const tone of TONES[theme]) {
      const [more = 0, less = 0] = [light(tone), light(PAPER[theme])].toSorted((l, r) => r - l);
      expect((more + 0.05) / (less + 0.05), `${tone} on ${theme}`).toBeGreaterThan(4.5);
    }
  }
});

test.each<[string, () => string, string]>([
  ['no items', () => plotItemCurves([]), 'no items: give at least one'],
  [
    'no number for an ability',
    () => plotItemCurves([{ model: '3pl', a: 1, b: Number.NaN, c: 0 }]),
    'item 1: difficulty NaN',
  ],
  [
    'an item without slope',
    () => plotItemInformation([item, { model: 'gpcm', a: 0, steps: [1] }]),
    'item 2: discrimination 0',
  ],
  ['a parameter beyond all scales', () => plotItemCurves([twoPl(1, 1e9)]), 'is beyond 1000: give logits'],
  ['several scores', () => plotItemCurves([partialCredit(1, [0, 1]) as never]), 'use plotCategoryCurves'],
  [
    'a range of nothing',
    () => plotItemCurves([item], { range: [1, 1] }),
    'give two abilities in logits, the lower first',
  ],
  ['a range without end', () => plotItemCurves([item], { range: [-Infinity, 4] }), 'range [-Infinity, 4]'],
  ['no width', () => plotItemCurves([item], { width: Number.NaN }), 'width NaN: give 240 to 4000 pixels'],
  ['too little height', () => plotItemCurves([item], { height: 20 }), 'height 20: give 180 to 4000 pixels'],
  [
    'a legend without room',
    () =>
      plotItemCurves(
        Array.from({ length: 8 }, () => item),
        { width: 240, height: 180 },
      ),
    'height 180: the legend needs at least 210, or shorter labels',
  ],
  ['too few labels', () => plotItemCurves([item, item], { labels: ['one'] }), '1 labels: give 2'],
  ['an id that is none', () => plotItemCurves([item], { id: '"><script>' }), 'give a letter, and then letters'],
  [
    'a cut that is no ability',
    () => plotCharacteristicCurve([item], { cuts: [{ theta: Number.NaN }] }),
    'cut NaN: give a',
  ],
  [
    'a group without ability',
    () => plotItemFit(item, [{ persons: 1, theta: Number.NaN, share: 1, interval: [0, 1] }]),
    'ability NaN',
  ],
  [
    'a share above 1',
    () => plotItemFit(item, [{ persons: 1, theta: 0, share: 2, interval: [0, 1] }]),
    'give shares in [0, 1]',
  ],
  ['no groups', () => plotScoreFit({ statistic: 0, freedom: 0, pValue: Number.NaN, groups: [] }), 'needs more people'],
  ['no options', () => plotOptions([]), 'give those of analyseOptions'],
  [
    'a key that nobody chose',
    () => plotOptions([{ option: 'a', share: 1, shareByGroup: [1, 1], meanAbility: 0 }], { key: 'b' }),
    'key "b" is none',
  ],
  ['nobody', () => plotPersonItemMap([item], [Infinity]), 'nobody has a finite ability'],
  [
    'a count that is none',
    () => plotPersonItemMap([item], [0], { counts: [-1] }),
    'count -1: give a number of persons',
  ],
])('%s is refused with what to do', (_, plot, what) => {
  expect(plot).toThrow(RangeError);
  expect(plot).toThrow(what);
});
