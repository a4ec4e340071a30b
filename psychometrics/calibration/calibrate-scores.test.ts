import { describe, expect, test } from 'vitest';
import { graded, partialCredit, threePl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import { calibrate } from './calibrate.ts';
import { calibrateScores } from './calibrate-scores.ts';
import { responsesOf } from './responses.ts';

type Golden = {
  graded: { logLik: number; items: { a1: number; d1: number; d2: number; d3: number }[] };
  gpcm: { logLik: number; items: { a: number; b1: number; b2: number; b3: number }[] };
};

const golden = readGolden<Golden>('Science');
const science = responsesOf(readTable('Science').rows.map((row) => row.map((score) => score - 1)));
const precise = { grid: { count: 121, range: 8 }, tolerance: 1e-8 };

describe('on Science (four items, four scores)', () => {
  test('the graded model is that of mirt 1.47', () => {
    const { items, intercepts, logLikelihood, converged } = calibrateScores(science, { model: 'grm', ...precise });
    expect(converged).toBe(true);
    expect(logLikelihood).toBeCloseTo(golden.graded.logLik, 5);
    for (const [j, { a1, d1, d2, d3 }] of golden.graded.items.entries()) {
      expect(items[j]?.a).toBeCloseTo(a1, 3);
      for (const [k, d] of [d1, d2, d3].entries()) expect(intercepts[j]?.[k]).toBeCloseTo(d, 3);
    }
  });

  test('the generalised partial credit model is that of mirt 1.47', () => {
    const { items, logLikelihood } = calibrateScores(science, { model: 'gpcm', ...precise });
    expect(logLikelihood).toBeCloseTo(golden.gpcm.logLik, 5);
    for (const [j, { a, b1, b2, b3 }] of golden.gpcm.items.entries()) {
      const item = items[j];
      expect(item?.a).toBeCloseTo(a, 3);
      const steps = item?.model === 'gpcm' ? item.steps : [];
      for (const [k, b] of [b1, b2, b3].entries()) expect(steps[k]).toBeCloseTo(b, 3);
    }
  });
});

test.each(['gpcm', 'grm'] as const)('with right and wrong only, the %s is the 2PL, errors and all', (model) => {
  const { rows } = readTable('LSAT7_patterns');
  const responses = responsesOf(
    rows.map((row) => row.slice(0, 5)),
    rows.map((row) => row[5] ?? 0),
  );
  const plain = calibrate(responses, { model: '2pl', tolerance: 1e-8, standardErrors: 'observed' });
  const scored = calibrateScores(responses, { model, tolerance: 1e-8, standardErrors: 'observed' });
  expect(scored.logLikelihood).toBeCloseTo(plain.logLikelihood, 8);
  for (const [j, item] of plain.items.entries()) {
    expect(scored.items[j]?.a).toBeCloseTo(item.a, 5);
    expect(scored.standardErrors?.[j]?.a).toBeCloseTo(plain.standardErrors?.[j]?.a ?? Number.NaN, 4);
    expect(scored.standardErrors?.[j]?.intercepts[0]).toBeCloseTo(plain.standardErrors?.[j]?.d ?? Number.NaN, 4);
  }
});

test('what a simulation put in comes out again within its standard errors, with answers missing', () => {
  const random = seededRandom(5);
  const abilities = Float64Array.from({ length: 1500 }, () => normalNumber(random));
  const truths = {
    gpcm: [0.7, 1, 1.3, 1].map((a, j) => partialCredit(a, [-0.8 + 0.3 * j, 0.4])),
    grm: [0.9, 1.2, 1.6, 1].map((a, j) => graded(a, [-1 + 0.2 * j, 0.6 + 0.2 * j])),
  };
  for (const model of ['gpcm', 'grm'] as const) {
    const responses = simulateResponses(truths[model], abilities, random);
    for (let i = 0; i < 1500; i += 3) responses.scores[i * 4 + (i % 4)] = -1;
    const { items, standardErrors, converged } = calibrateScores(responses, { model, standardErrors: 'observed' });
    expect(converged).toBe(true);
    for (const [j, { a }] of truths[model].entries()) {
      expect(Math.abs((items[j]?.a ?? 0) - a)).toBeLessThan(4 * (standardErrors?.[j]?.a ?? 0));
    }
  }
});

test('a score that hardly anybody has leaves the other parameters as well determined as before', () => {
  const random = seededRandom(6);
  const abilities = Float64Array.from({ length: 1000 }, () => normalNumber(random));
  const items = [-1.5, -0.3, 0.4, 1].map((b) => graded(1.2, [b, b + 1]));
  const { scores } = simulateResponses(items, abilities, random);
  // The lowest score of the first item is parted in two, of which one person in fifty thousand has the upper.
  const rows = Array.from({ length: 1000 }, (_, i) =>
    [0, 1, 2, 3].map((j) => (scores[i * 4 + j] ?? 0) + (j === 0 && (scores[i * 4] ?? 0) > 0 ? 1 : 0)),
  );
  const lowest = rows.findIndex((row) => row[0] === 0);
  const rare = [...rows, (rows[lowest] ?? []).with(0, 1)];
  const counts = rare.map((_, i) => (i < 1000 ? 50 : 1));
  const plain = responsesOf(
    rows.map((row) => row.with(0, Math.max(0, (row[0] ?? 0) - 1))),
    counts.slice(0, 1000),
  );
  const settings = { model: 'grm', standardErrors: 'observed' } as const;
  const [one, other] = [calibrateScores(plain, settings), calibrateScores(responsesOf(rare, counts), settings)];
  const [, first = 0, second = 0] = other.intercepts[0] ?? [];
  expect((other.intercepts[0]?.[0] ?? 0) - first).toBeLessThan(2e-4);
  expect(second).toBeCloseTo(one.intercepts[0]?.[1] ?? 0, 3);
  const [wide, narrow] = [one.standardErrors?.[0], other.standardErrors?.[0]];
  expect(narrow?.a).toBeCloseTo(wide?.a ?? Number.NaN, 4);
  expect(narrow?.intercepts[1]).toBeCloseTo(wide?.intercepts[0] ?? Number.NaN, 4);
  expect(narrow?.intercepts[2]).toBeCloseTo(wide?.intercepts[1] ?? Number.NaN, 4);
});

test('an item of which nobody has some score is named and refused', () => {
  const rows = [
    [0, 0],
    [1, 2],
    [1, 0],
    [0, 2],
  ];
  expect(() => calibrateScores(responsesOf(rows), { model: 'gpcm' })).toThrow(
    'item 2 has no finite estimate: nobody has score 1',
  );
  expect(() => calibrateScores(responsesOf([]), { model: 'grm' })).toThrow('no responses');
});

describe('with anchors', () => {
  test.each(['gpcm', 'grm'] as const)(
    'a %s held at its estimates leaves the others and the population where they were',
    (model) => {
      const free = calibrateScores(science, { model, tolerance: 1e-9 });
      const anchors = free.items.map((item, j) => (j === 2 ? null : item));
      const held = calibrateScores(science, { model, tolerance: 1e-9, anchors, standardErrors: 'observed' });
      expect(held.converged).toBe(true);
      expect(held.logLikelihood).toBeCloseTo(free.logLikelihood, 7);
      expect(held.population.mean).toBeCloseTo(0, 5);
      expect(held.population.sd).toBeCloseTo(1, 5);
      expect(held.items[2]?.a).toBeCloseTo(free.items[2]?.a ?? Number.NaN, 5);
      for (const [k, d] of (free.intercepts[2] ?? []).entries()) expect(held.intercepts[2]?.[k]).toBeCloseTo(d, 5);
      expect(held.items.filter((_, j) => j !== 2)).toEqual(free.items.filter((_, j) => j !== 2));
      // What is known has no error.
      expect(held.standardErrors?.[0]).toEqual({ a: 0, intercepts: [0, 0, 0] });
      expect(held.standardErrors?.[2]?.a).toBeGreaterThan(0);
    },
  );

  test('a new item with several scores comes onto the scale of known right-or-wrong ones, whoever answers', () => {
    const random = seededRandom(8);
    const known = Array.from({ length: 12 }, (_, j) => threePl(1.2, -1.5 + 0.3 * j, j % 2 === 0 ? 0 : 0.2));
    const fresh = partialCredit(1.1, [0.2, 0.9]);
    const abilities = Float64Array.from({ length: 3000 }, () => 0.7 + 1.3 * normalNumber(random));
    const responses = simulateResponses([...known, fresh], abilities, random);
    for (let i = 0; i < 3000; i += 3) responses.scores[i * 13 + (i % 12)] = -1;
    const passes = new Set<string>();
    const settings = { model: 'gpcm', anchors: [...known, null], standardErrors: 'observed' } as const;
    const found = calibrateScores(responses, { ...settings, onProgress: ({ part }) => passes.add(part) });
    expect(found.converged).toBe(true);
    expect(Math.abs(found.population.mean - 0.7)).toBeLessThan(0.15);
    expect(Math.abs(found.population.sd - 1.3)).toBeLessThan(0.15);
    const errors = found.standardErrors?.[12];
    expect(Math.abs((found.items[12]?.a ?? 0) - 1.1)).toBeLessThan(3 * (errors?.a ?? 0));
    for (const [k, d] of [-0.22, -1.21].entries()) {
      expect(Math.abs((found.intercepts[12]?.[k] ?? 0) - d)).toBeLessThan(3 * (errors?.intercepts[k] ?? 0));
    }
    expect(found.intercepts[1]?.[0]).toBeCloseTo(1.2 * 1.2, 12);
    expect([...passes]).toEqual(['estimates', 'standard errors']);
  });

  test('an anchor that cannot have the scores that were given, or anchors for other items, are refused', () => {
    const anchors = [partialCredit(1, [0, 1]), null, null, null];
    expect(() => calibrateScores(science, { model: 'gpcm', anchors })).toThrow(
      'item 1 has score 3, its anchor none above 2',
    );
    expect(() => calibrateScores(science, { model: 'gpcm', anchors: [null] })).toThrow('4 items, 1 anchors');
  });
});
