import { expect, test } from 'vitest';
import { threePl, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import { readGolden, readTable } from '../testing/golden.ts';
import { calibrate } from './calibrate.ts';
import { calibrateScores } from './calibrate-scores.ts';
import { type Responses, responsesOf } from './responses.ts';

function givenPatterns(name: string): Responses {
  const { rows } = readTable(`${name}_patterns`);
  return responsesOf(
    rows.map((row) => row.slice(0, -1)),
    rows.map((row) => row.at(-1) ?? 0),
  );
}

function simulate(items: Parameters<typeof simulateResponses>[0], persons: number): number[][] {
  const random = seededRandom(5);
  const abilities = Float64Array.from({ length: persons }, () => normalNumber(random));
  const { scores } = simulateResponses(items, abilities, random);
  return Array.from({ length: persons }, (_, i) => [...scores.subarray(i * items.length, (i + 1) * items.length)]);
}

const eight = Array.from({ length: 8 }, (_, j) => twoPl(0.7 + 0.1 * j, -1.4 + 0.4 * j));

/** The Rasch likelihood of patterns, summed as it is written, with nothing of the library's. */
function raschLikelihood(patterns: readonly number[][], difficulties: readonly number[], variance: number): number {
  const nodes = Array.from({ length: 241 }, (_, q) => -10 + q / 12);
  const weights = nodes.map((node) => Math.exp((-node * node) / 2));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return patterns.reduce((sum, pattern) => {
    const chance = nodes.reduce((total, node, q) => {
      const right = difficulties.map((d) => 1 / (1 + Math.exp(-Math.sqrt(variance) * node - d)));
      return total + (weights[q] ?? 0) * right.reduce((p, one, j) => p * (pattern[j] === 1 ? one : 1 - one), 1);
    }, 0);
    return sum + (pattern.at(-1) ?? 0) * Math.log(chance / whole);
  }, 0);
}

test.each(['LSAT6', 'LSAT7'])(
  "on %s mirt's Rasch figures are short of the maximum, which is why these differ from them by some 1e-6",
  (name) => {
    const {
      d,
      var: variance,
      logLik,
    } = readGolden<{ rasch: { d: number[]; var: number; logLik: number } }>(name).rasch;
    const patterns = readTable(`${name}_patterns`).rows;
    const theirs = raschLikelihood(patterns, d, variance);
    expect(theirs).toBeCloseTo(logLik, 8);
    const found = calibrate(givenPatterns(name), {
      model: 'rasch',
      grid: { count: 121, range: 8 },
      standardErrors: 'observed',
    });
    const sd = found.population.sd;
    const ours = raschLikelihood(patterns, found.intercepts, sd ** 2);
    expect(found.logLikelihood).toBeCloseTo(ours, 8);
    expect(ours).toBeGreaterThan(theirs + 2e-9);
    // On the way from theirs to ours the likelihood rises, and beyond ours it falls again as much: ours is the summit.
    const between = (share: number) =>
      raschLikelihood(
        patterns,
        found.intercepts.map((mine, j) => mine + share * (mine - (d[j] ?? 0))),
        (sd + share * (sd - Math.sqrt(variance))) ** 2,
      );
    expect(between(1)).toBeLessThan(ours);
    expect(between(1)).toBeCloseTo(theirs, 8);
  },
);

test('with standard errors, estimates are at the maximum, however early the steps end', () => {
  for (const model of ['1pl', '2pl', '3pl'] as const) {
    const rough = calibrate(givenPatterns('LSAT7'), { model, tolerance: 1e-4, standardErrors: 'observed' });
    const exact = calibrate(givenPatterns('LSAT7'), { model, tolerance: 1e-11, maxSteps: 5000 });
    for (const [j, { a, b, c }] of rough.items.entries()) {
      expect(a).toBeCloseTo(exact.items[j]?.a ?? Number.NaN, 6);
      expect(b).toBeCloseTo(exact.items[j]?.b ?? Number.NaN, 6);
      expect(c).toBeCloseTo(exact.items[j]?.c ?? Number.NaN, 6);
    }
  }
});

test('an item that is there twice has no finite discrimination: it is named, and nothing is called converged', () => {
  const rows = simulate(eight, 1000).map((row) => [...row, row[4] ?? 0]);
  const found = calibrate(responsesOf(rows), { model: '2pl', standardErrors: 'observed' });
  expect(found).toMatchObject({ converged: false, unbounded: [4, 8], standardErrors: null });
  expect(Number.isFinite(found.logLikelihood)).toBe(true);
  expect(found.items.every(({ a, b }) => Number.isFinite(a) && Number.isFinite(b))).toBe(true);
  for (const model of ['gpcm', 'grm'] as const) {
    expect(calibrateScores(responsesOf(rows), { model }).converged).toBe(false);
  }
});

test('a graded item that goes against the others is named, with what to do', () => {
  const scores = simulate([...eight, ...eight], 800).map((row) =>
    [0, 1, 2, 3, 4].map((j) => (row[j] ?? 0) + (row[8 + j] ?? 0)),
  );
  const turned = scores.map((row) => row.map((score, j) => (j === 2 ? 2 - score : score)));
  expect(() => calibrateScores(responsesOf(turned), { model: 'grm' })).toThrow('item 3 fall');
  const [straight, other] = [scores, turned].map((rows) => calibrateScores(responsesOf(rows), { model: 'gpcm' }));
  expect(other?.items[2]?.a).toBeCloseTo(-(straight?.items[2]?.a ?? 0), 4);
});

test('a prior bounds an item that is there twice', () => {
  const rows = simulate(eight, 1000).map((row) => [...row, row[4] ?? 0]);
  const priors = { logDiscrimination: { mean: 0, sd: 0.5 } };
  const found = calibrate(responsesOf(rows), { model: '2pl', priors });
  expect(found).toMatchObject({ converged: true, unbounded: [] });
});

test('items that weaker people have right more often get a negative discrimination, and the 3PL still finds its end', () => {
  const keyed = eight.map(({ a, b }, j) => twoPl(j % 4 === 3 ? -a : a, b));
  const responses = responsesOf(simulate(keyed, 1500));
  const { items } = calibrate(responses, { model: '2pl' });
  expect(items.map(({ a }) => Math.sign(a))).toEqual(keyed.map(({ a }) => Math.sign(a)));
  const { converged, iterations } = calibrate(responses, { model: '3pl', tolerance: 1e-9 });
  expect(converged).toBe(true);
  expect(iterations).toBeLessThan(200);
});

test('priors of difficulty far from the answers are no obstacle to a 2PL either', () => {
  const responses = responsesOf(simulate(eight, 300));
  const priors = { difficulty: { mean: -6, sd: 0.5 }, logDiscrimination: { mean: 0, sd: 0.5 } };
  for (const model of ['1pl', '2pl'] as const) {
    const { logDiscrimination, ...common } = priors;
    const given = model === '2pl' ? { ...common, logDiscrimination } : common;
    const found = calibrate(responses, { model, priors: given, tolerance: 1e-9 });
    expect(found.converged).toBe(true);
    // How many it takes to so small a tolerance is a matter of rounding, and engines round exponentials differently.
    expect(found.iterations).toBeLessThan(1500);
  }
});

test('two items cannot tell two discriminations: there are no standard errors that would pretend it', () => {
  const rows = simulate(eight, 500).map((row) => row.slice(2, 4));
  for (const tolerance of [1e-4, 1e-6, 1e-9]) {
    const settings = { model: '2pl', tolerance, standardErrors: 'observed' } as const;
    expect(calibrate(responsesOf(rows), settings).standardErrors).toBeNull();
    expect(calibrate(responsesOf(rows), { ...settings, grid: { count: 121, range: 8 } }).standardErrors).toBeNull();
  }
  expect(calibrate(responsesOf(rows), { model: '1pl', standardErrors: 'observed' }).standardErrors).not.toBeNull();
});

test('answers that have nothing in common have a discrimination of nothing, never below', () => {
  const opposed = responsesOf(
    [
      [1, 0],
      [0, 1],
    ],
    [50, 50],
  );
  const { converged, population } = calibrate(opposed, { model: 'rasch', standardErrors: 'observed' });
  expect(converged).toBe(true);
  expect(population.sd).toBeGreaterThan(0);
  expect(population.sd).toBeLessThan(1e-6);
  expect(calibrate(opposed, { model: '1pl', standardErrors: 'observed' }).items[0]?.a).toBe(population.sd);
});

test('five hundred million people are calibrated as exactly as five thousand', () => {
  const responses = responsesOf(simulate(eight.slice(1, 7), 5000));
  const many = { ...responses, counts: responses.counts.map((count) => count * 1e5) };
  for (const model of ['2pl', '3pl'] as const) {
    expect(calibrate(many, { model, tolerance: 1e-9 }).converged).toBe(true);
  }
  const [few, all] = [responses, many].map((given) => calibrate(given, { model: '2pl', tolerance: 1e-9 }));
  for (const [j, { b }] of few?.items.entries() ?? []) expect(all?.items[j]?.b).toBeCloseTo(b, 7);
});

test('steps are never more than were allowed', () => {
  for (const maxSteps of [1, 2, 3, 4, 5]) {
    const { iterations, converged } = calibrate(givenPatterns('LSAT6'), { model: '2pl', maxSteps });
    expect([iterations, converged]).toEqual([maxSteps, false]);
  }
});

test('a held item may be steep without being taken for one that has no estimate', () => {
  const anchors = [threePl(500, 0, 0), ...eight.slice(1).map(() => null)];
  const { converged, unbounded } = calibrate(responsesOf(simulate(eight, 500)), { model: '2pl', anchors });
  expect([converged, unbounded]).toEqual([true, []]);
});
