import fc from 'fast-check';
import { expect, test } from 'vitest';
import { responsesOf } from '../calibration/responses.ts';
import { graded, partialCredit, rasch, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { measureItemFit, measurePersonFit } from './index.ts';

const random = seededRandom(11);
const abilities = Float64Array.from({ length: 800 }, () => normalNumber(random));

test('the mean squares of a small table are those worked out by hand', () => {
  // Two people at 0 and log 3, one item at 0: right with 1/2 and 3/4.
  const [fit] = measureItemFit([rasch(0)], responsesOf([[1], [0]]), [0, Math.log(3)]);
  expect(fit?.outfit).toBeCloseTo((1 + 3) / 2, 12);
  expect(fit?.infit).toBeCloseTo((1 / 4 + 9 / 16) / (1 / 4 + 3 / 16), 12);
  // C / W²: 1 at 1/2, (p³ + q³) / (p q) at 3/4.
  const q = Math.sqrt((1 + (27 + 1) / 64 / (3 / 16)) / 4 - 1 / 2);
  expect(fit?.outfitZ).toBeCloseTo((Math.cbrt(2) - 1) * (3 / q) + q / 3, 10);
});

test('answers that follow the model have mean squares near 1 and Z like standard normal numbers, for every model', () => {
  const items = Array.from({ length: 24 }, (_, j) => {
    const b = -1.5 + j / 8;
    if (j % 3 === 0) return twoPl(1.1, b);
    return j % 3 === 1 ? partialCredit(0.9, [b - 0.5, b + 0.4]) : graded(1.2, [b - 0.8, b + 0.6]);
  });
  const responses = simulateResponses(items, abilities, random);
  for (const of of [measureItemFit, measurePersonFit]) {
    const found = of(items, responses, abilities);
    for (const key of ['outfitZ', 'infitZ'] as const) {
      const mean = found.reduce((sum, fit) => sum + fit[key], 0) / found.length;
      const square = found.reduce((sum, fit) => sum + fit[key] ** 2, 0) / found.length;
      expect(Math.abs(mean)).toBeLessThan(0.4);
      expect(square).toBeGreaterThan(0.5);
      expect(square).toBeLessThan(1.6);
    }
  }
});

test('an item that people answer by chance is noisy, and one that tells too sharply is too even', () => {
  const items = Array.from({ length: 15 }, (_, j) => rasch(-1.4 + 0.2 * j));
  const given = items.with(3, twoPl(0.05, -0.8)).with(9, twoPl(4, 0.4));
  const found = measureItemFit(items, simulateResponses(given, abilities, random), abilities);
  expect(found[3]?.outfit).toBeGreaterThan(1.2);
  expect(found[3]?.outfitZ).toBeGreaterThan(3);
  expect(found[9]?.infit).toBeLessThan(0.8);
  expect(found[9]?.infitZ).toBeLessThan(-3);
});

test('somebody whose right and wrong answers are exchanged is found among those who answered as expected', () => {
  const items = Array.from({ length: 30 }, (_, j) => rasch(-3 + 0.2 * j));
  const even = items.map((_, j) => (j < 15 ? 1 : 0));
  const [fits, misfits] = measurePersonFit(items, responsesOf([even, even.toReversed()]), [0, 0]);
  expect(fits?.outfit).toBeLessThan(0.5);
  expect(misfits?.outfit).toBeGreaterThan(3);
  expect(misfits?.outfitZ).toBeGreaterThan(3);
});

test('the order of people, patterns written once or often, and items not given change nothing', () => {
  const items = [rasch(-1), rasch(0), rasch(0.8)];
  const rows = fc.array(fc.tuple(fc.constantFrom(0, 1, null), fc.constantFrom(0, 1), fc.constantFrom(0, 1)), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const thetas = given.map((_, i) => (i % 5) / 2 - 1);
      const once = measureItemFit(
        items,
        responsesOf(
          given,
          given.map(() => 2),
        ),
        thetas,
      );
      const twice = measureItemFit(
        items,
        responsesOf([...given, ...given].toReversed()),
        [...thetas, ...thetas].toReversed(),
      );
      for (const [j, { outfit, infit, answers }] of once.entries()) {
        expect(twice[j]?.answers).toBe(answers);
        if (answers === 0) expect(outfit).toBeNaN();
        else
          expect([twice[j]?.outfit, twice[j]?.infit]).toEqual([expect.closeTo(outfit, 10), expect.closeTo(infit, 10)]);
      }
    }),
    { numRuns: 30 },
  );
});

test('people without a finite ability are left out, and nobody at all gives no figures', () => {
  const items = [rasch(0), rasch(1)];
  const rows = responsesOf([
    [1, 0],
    [1, 1],
  ]);
  const [, all] = measurePersonFit(items, rows, [0.2, Number.POSITIVE_INFINITY]);
  expect(all).toMatchObject({ outfit: Number.NaN, infit: Number.NaN, answers: 0 });
  expect(measureItemFit(items, rows, [0.2, Number.POSITIVE_INFINITY]).map(({ answers }) => answers)).toEqual([1, 1]);
  expect(
    measureItemFit(items, { items: 2, scores: new Int8Array(0), counts: new Float64Array(0) }, [])[0]?.infit,
  ).toBeNaN();
});

test('tables that do not fit together are refused with their place', () => {
  const rows = responsesOf([[1, 0]]);
  expect(() => measureItemFit([rasch(0)], rows, [0])).toThrow('1 items, 2 columns');
  expect(() => measurePersonFit([rasch(0), rasch(1)], rows, [])).toThrow('1 rows, 0 abilities');
  expect(() => measureItemFit([rasch(0), rasch(1)], responsesOf([[1, 2]]), [0])).toThrow('row 1, column 2: score 2');
});
