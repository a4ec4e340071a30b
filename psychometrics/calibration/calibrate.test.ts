import { describe, expect, test } from 'vitest';
import { probabilityRight, rasch, threePl, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import { calibrate } from './calibrate.ts';
import type { CalibrationProgress } from './progress.ts';
import { MISSING, type Responses, responsesOf } from './responses.ts';

type Golden = {
  twoPL: { logLik: number; a: number[]; b: number[]; d: number[]; se_a: number[]; se_d: number[] };
  rasch: { logLik: number; d: number[]; var: number };
};

const grid = { count: 121, range: 8 };
const precise = { grid, tolerance: 1e-9 };

function givenPatterns(name: string): Responses {
  const { rows } = readTable(`${name}_patterns`);
  return responsesOf(
    rows.map((row) => row.slice(0, -1)),
    rows.map((row) => row.at(-1) ?? 0),
  );
}

function givenVerbal(): Responses {
  return responsesOf(readTable('verbal_aggression').rows.map((row) => row.slice(0, 24)));
}

/** 24 items with a grid of discriminations and difficulties, answered by as many people as asked, always the same ones. */
function givenSimulation(persons: number, c = 0) {
  const random = seededRandom(20_260_101);
  const items = Array.from({ length: 24 }, (_, j) => threePl(0.6 + 0.3 * (j % 5), -1.8 + 0.15 * j, c));
  const abilities = Float64Array.from({ length: persons }, () => normalNumber(random));
  return { items, responses: simulateResponses(items, abilities, random) };
}

function rootMeanSquare(differences: number[]): number {
  return Math.sqrt(differences.reduce((sum, one) => sum + one * one, 0) / differences.length);
}

describe.each([
  ['LSAT6', () => givenPatterns('LSAT6')],
  ['LSAT7', () => givenPatterns('LSAT7')],
  ['verbal', givenVerbal],
])('on %s', (name, given) => {
  const golden = readGolden<Golden>(name);

  test('the 2PL is that of mirt 1.47, with its standard errors', () => {
    const { items, intercepts, standardErrors, ...end } = calibrate(given(), {
      model: '2pl',
      ...precise,
      standardErrors: 'observed',
    });
    expect(end.converged).toBe(true);
    expect(end.logLikelihood).toBeCloseTo(golden.twoPL.logLik, 7);
    for (const [j, item] of items.entries()) {
      expect(item.a).toBeCloseTo(golden.twoPL.a[j] ?? Number.NaN, 6);
      expect(item.b).toBeCloseTo(golden.twoPL.b[j] ?? Number.NaN, 6);
      expect(intercepts[j]).toBeCloseTo(golden.twoPL.d[j] ?? Number.NaN, 6);
      expect(standardErrors?.[j]?.a).toBeCloseTo(golden.twoPL.se_a[j] ?? Number.NaN, 5);
      expect(standardErrors?.[j]?.d).toBeCloseTo(golden.twoPL.se_d[j] ?? Number.NaN, 5);
    }
  });

  test('the Rasch model is that of mirt 1.47 within what its own end left open, and no less likely', () => {
    const { items, intercepts, population, logLikelihood } = calibrate(given(), { model: 'rasch', ...precise });
    expect(logLikelihood).toBeCloseTo(golden.rasch.logLik, 5);
    expect(logLikelihood).toBeGreaterThan(golden.rasch.logLik - 1e-8);
    expect(population.sd ** 2).toBeCloseTo(golden.rasch.var, 4);
    for (const [j, d] of golden.rasch.d.entries()) {
      expect(intercepts[j]).toBeCloseTo(d, 4);
      expect(items[j]).toEqual(rasch(-(intercepts[j] ?? 0)));
    }
  });

  test('1PL and Rasch are one model on two scales', () => {
    const [one, same] = [calibrate(given(), { model: '1pl' }), calibrate(given(), { model: 'rasch' })];
    expect(one.logLikelihood).toBeCloseTo(same.logLikelihood, 8);
    expect(one.population).toEqual({ mean: 0, sd: 1 });
    for (const [j, item] of one.items.entries()) {
      expect(item.a).toBeCloseTo(same.population.sd, 12);
      expect(item.a * item.b).toBeCloseTo(same.items[j]?.b ?? Number.NaN, 12);
    }
  });
});

test('the 2PL of LSAT6 is the published one', () => {
  const { items, logLikelihood } = calibrate(givenPatterns('LSAT6'), { model: '2pl', tolerance: 1e-9 });
  expect(items.map(({ a }) => a.toFixed(6))).toEqual(['0.825660', '0.722744', '0.890875', '0.688368', '0.656856']);
  expect(logLikelihood).toBeCloseTo(-2466.653377, 5);
});

test('neither the order of persons nor how they are counted changes an estimate', () => {
  const { rows } = readTable('LSAT7_patterns');
  const one = calibrate(givenPatterns('LSAT7'), { model: '2pl' });
  const singly = rows.toReversed().flatMap((row) => Array.from({ length: row.at(-1) ?? 0 }, () => row.slice(0, -1)));
  const other = calibrate(responsesOf(singly), { model: '2pl' });
  for (const [j, item] of one.items.entries()) expect(other.items[j]?.a).toBeCloseTo(item.a, 8);
});

test('items in another order have the same parameters in that order', () => {
  const verbal = readTable('verbal_aggression').rows.map((row) => row.slice(0, 24));
  const one = calibrate(responsesOf(verbal), { model: '2pl' });
  const other = calibrate(responsesOf(verbal.map((row) => row.toReversed())), { model: '2pl' });
  for (const [j, item] of one.items.entries()) expect(other.items.at(-1 - j)?.b).toBeCloseTo(item.b, 7);
});

test.each(['rasch', '2pl'] as const)(
  'a %s scale turned round (wrong for right) has its difficulties turned round',
  (model) => {
    const verbal = readTable('verbal_aggression').rows.map((row) => row.slice(0, 24));
    const one = calibrate(responsesOf(verbal), { model, tolerance: 1e-8 });
    const other = calibrate(responsesOf(verbal.map((row) => row.map((score) => 1 - score))), {
      model,
      tolerance: 1e-8,
    });
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
    for (const [j, item] of one.items.entries()) expect(other.items[j]?.b).toBeCloseTo(-item.b, 5);
  },
);

test('what a simulation put in comes out again, under the 2PL and the 3PL', () => {
  for (const [model, c, within] of [
    ['2pl', 0, 0.12],
    ['3pl', 0.2, 0.25],
  ] as const) {
    const { items, responses } = givenSimulation(3000, c);
    const { items: found, converged } = calibrate(responses, { model });
    expect(converged).toBe(true);
    expect(rootMeanSquare(found.map(({ a }, j) => a - (items[j]?.a ?? 0)))).toBeLessThan(within);
    expect(rootMeanSquare(found.map(({ b }, j) => b - (items[j]?.b ?? 0)))).toBeLessThan(within * 1.5);
    expect(rootMeanSquare(found.map((item) => item.c - c))).toBeLessThan(0.08);
  }
});

test('two forms with common items come out on one scale', () => {
  const { items, responses } = givenSimulation(3000);
  const scores = responses.scores.slice();
  // Every second person sits the form without the last eight items, the others the one without the first eight.
  for (let i = 0; i < 3000; i++) scores.fill(MISSING, i * 24 + (i % 2) * 16, i * 24 + (i % 2) * 16 + 8);
  const { items: found } = calibrate({ ...responses, scores }, { model: '2pl' });
  expect(rootMeanSquare(found.map(({ b }, j) => b - (items[j]?.b ?? 0)))).toBeLessThan(0.2);
});

test('answers that are missing leave the likelihood of the rest: a person without any changes no item', () => {
  const rows = readTable('LSAT7_patterns').rows.map((row) => row.slice(0, 5));
  const counts = readTable('LSAT7_patterns').rows.map((row) => row[5] ?? 0);
  const one = calibrate(responsesOf(rows, counts), { model: '2pl' });
  const other = calibrate(responsesOf([...rows, rows[0]?.map(() => null) ?? []], [...counts, 50]), { model: '2pl' });
  expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 8);
  for (const [j, item] of one.items.entries()) expect(other.items[j]?.b).toBeCloseTo(item.b, 8);
});

test('new items among anchors come out on the scale of the anchors, whoever sat them', () => {
  const random = seededRandom(7);
  const { items } = givenSimulation(1);
  const abilities = Float64Array.from({ length: 3000 }, () => 0.8 + 0.7 * normalNumber(random));
  const responses = simulateResponses(items, abilities, random);
  const anchors = items.map((item, j) => (j % 2 === 0 ? item : null));
  const {
    items: found,
    population,
    standardErrors,
  } = calibrate(responses, {
    model: '2pl',
    anchors,
    standardErrors: 'observed',
  });
  expect(population.mean).toBeCloseTo(0.8, 1);
  expect(population.sd).toBeCloseTo(0.7, 1);
  for (const [j, item] of items.entries()) {
    if (j % 2 === 0) expect(found[j]).toEqual(item);
    else expect(Math.abs((found[j]?.b ?? 0) - item.b)).toBeLessThan(4 * (standardErrors?.[j]?.b ?? 0));
  }
  expect(standardErrors?.[0]).toEqual({ a: 0, b: 0, c: 0, d: 0 });
});

test('anchors of a Rasch and of a 3PL scale are held too', () => {
  const { responses } = givenSimulation(800);
  const easy = calibrate(responses, { model: 'rasch' });
  const anchors = easy.items.map((item, j) => (j < 20 ? rasch(item.b + 1) : null));
  const { items, population } = calibrate(responses, { model: 'rasch', anchors, tolerance: 1e-8 });
  expect(population.mean).toBeCloseTo(1, 3);
  for (let j = 20; j < 24; j++) expect(items[j]?.b).toBeCloseTo((easy.items[j]?.b ?? 0) + 1, 3);
  const held = items.map((item, j) => (j < 23 ? threePl(1, item.b, 0.1) : null));
  expect(calibrate(responses, { model: '3pl', anchors: held }).items.slice(0, 23)).toEqual(held.slice(0, 23));
});

test('with few people a prior keeps every item near what was believed, even one that all had right', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [1, i % 2, i % 3 === 0 ? 1 : 0, i < 9 ? 1 : 0]);
  const difficulty = [-2, 0, 1, -1].map((mean) => ({ mean, sd: 0.6 }));
  for (const model of ['rasch', '1pl'] as const) {
    const { items, converged } = calibrate(responsesOf(rows), { model, priors: { difficulty } });
    expect(converged).toBe(true);
    for (const [j, { b }] of items.entries()) expect(Math.abs(b - (difficulty[j]?.mean ?? 0))).toBeLessThan(0.9);
  }
  const tight = difficulty.map(({ mean }) => ({ mean, sd: 1e-3 }));
  const { items } = calibrate(responsesOf(rows), { model: 'rasch', priors: { difficulty: tight } });
  for (const [j, { b }] of items.entries()) expect(b).toBeCloseTo(tight[j]?.mean ?? 0, 3);
});

test('a weaker prior moves an estimate less', () => {
  const responses = givenPatterns('LSAT6');
  const free = calibrate(responses, { model: '2pl' }).items[0]?.b ?? 0;
  const distances = [0.3, 1, 10, 1000].map((sd) => {
    const priors = { difficulty: { mean: 0, sd }, logDiscrimination: { mean: 0, sd } };
    return Math.abs((calibrate(responses, { model: '2pl', priors }).items[0]?.b ?? 0) - free);
  });
  expect(distances).toEqual(distances.toSorted((l, r) => r - l));
  expect(distances.at(-1)).toBeLessThan(1e-3);
});

test('four times the people halve the standard errors', () => {
  const responses = givenPatterns('LSAT7');
  const four = { ...responses, counts: responses.counts.map((count) => count * 4) };
  const [one, other] = [responses, four].map((all) => calibrate(all, { model: '2pl', standardErrors: 'observed' }));
  for (const [j, errors] of one?.standardErrors?.entries() ?? []) {
    expect(other?.standardErrors?.[j]?.b).toBeCloseTo(errors.b / 2, 4);
  }
});

test('people who are all alike have the least spread that the grid holds, and new items are calibrated all the same', () => {
  const known = [-1.5, -0.5, 0.5, 1.5].map((b) => rasch(b));
  const rows = responsesOf(
    [
      [1, 1, 0, 0, 1],
      [1, 1, 0, 0, 0],
    ],
    [40, 10],
  );
  for (const model of ['rasch', '2pl', '3pl'] as const) {
    const priors = model === 'rasch' ? {} : { difficulty: { mean: 0, sd: 1 }, logDiscrimination: { mean: 0, sd: 0.1 } };
    const { converged, population, items } = calibrate(rows, { model, priors, anchors: [...known, null] });
    expect(converged).toBe(true);
    expect(population).toEqual({ mean: expect.closeTo(0, 1), sd: expect.closeTo(0.1, 9) });
    expect(probabilityRight(items[4] ?? rasch(0), population.mean)).toBeCloseTo(0.8, 1);
  }
});

test('the known items of a 3PL may be as steep as can be', () => {
  const { responses } = givenSimulation(200);
  const anchors = Array.from({ length: 24 }, (_, j) =>
    j < 23 ? twoPl(j < 2 ? 400 : 1, j < 2 ? 0 : -1.8 + 0.15 * j) : null,
  );
  const { logLikelihood, items } = calibrate(responses, { model: '3pl', anchors });
  expect(Number.isFinite(logLikelihood)).toBe(true);
  expect(Math.abs(items[23]?.b ?? Number.NaN)).toBeLessThan(4);
});

test('a long calibration tells how far it is, and can be ended from there', () => {
  const told: CalibrationProgress[] = [];
  const settings = { model: '2pl', standardErrors: 'observed' } as const;
  const { iterations } = calibrate(givenPatterns('LSAT6'), { ...settings, onProgress: (one) => told.push(one) });
  const [steps, passes] = [
    told.filter(({ part }) => part === 'estimates'),
    told.filter(({ part }) => part === 'standard errors'),
  ];
  expect(told).toEqual([...steps, ...passes]);
  expect(steps.map(({ done }) => done)).toEqual(Array.from({ length: iterations }, (_, k) => k + 1));
  expect(passes.at(-1)).toEqual({ part: 'standard errors', done: 22, of: 22 });
  const stop = () => {
    throw new Error('enough');
  };
  expect(() => calibrate(givenPatterns('LSAT6'), { ...settings, onProgress: stop })).toThrow('enough');
});

test('a calibration that was stopped early says that it did not converge', () => {
  expect(calibrate(givenPatterns('LSAT6'), { model: '2pl', maxSteps: 3 }).converged).toBe(false);
});
