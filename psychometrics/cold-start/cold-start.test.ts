import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MISSING, type Responses } from '../calibration/responses.ts';
import type { Group } from '../fairness/index.ts';
import { probabilityRight, threePl, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom, simulateResponses } from '../simulation/index.ts';
import {
  calibrateByLadder,
  difficultyAtAngoff,
  drawItem,
  hedgeItem,
  measureDrift,
  planCalibration,
  priorOfFamily,
  priorsOfExperts,
  rateAnswer,
} from './index.ts';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('before anybody has answered', () => {
  test('an item is as hard as its Angoff value says: at the cut the candidate has that chance', () => {
    fc.assert(
      fc.property(finite(0.26, 0.99), finite(-2, 2), finite(0.4, 2), (value, cut, a) => {
        const b = difficultyAtAngoff(value, { cut, a, c: 0.25 });
        expect(probabilityRight(threePl(a, b, 0.25), cut)).toBeCloseTo(value, 10);
      }),
    );
    expect(() => difficultyAtAngoff(1, { cut: 0 })).toThrow('Angoff value 1');
    expect(() => difficultyAtAngoff(0.2, { cut: 0, c: 0.25 })).toThrow('above 0.25');
    expect(() => difficultyAtAngoff(0.5, { cut: Number.NaN })).toThrow('cut NaN');
  });

  test('judges who know nothing leave the prior as it was, and those who say all alike too', () => {
    const difficulties = { mean: 0.5, sd: 1.2 };
    expect(priorsOfExperts([-2, 0, 3], { correlation: 0, difficulties })).toEqual([
      difficulties,
      difficulties,
      difficulties,
    ]);
    expect(priorsOfExperts([1, 1], { difficulties })).toEqual([difficulties, difficulties]);
    expect(() => priorsOfExperts([])).toThrow('none');
    expect(() => priorsOfExperts([0, 1], { correlation: 1 })).toThrow('correlation 1');
  });

  test('priors of judges say the truth: true difficulties scatter about them as much as they claim', () => {
    const random = seededRandom(11);
    const truth = Array.from({ length: 4000 }, () => normalNumber(random));
    const judged = truth.map((b) => 2 + 3 * (0.5 * b + Math.sqrt(0.75) * normalNumber(random)));
    const priors = priorsOfExperts(judged, { difficulties: { mean: 0, sd: 1 } });
    const z = truth.map((b, j) => (b - (priors[j]?.mean ?? 0)) / (priors[j]?.sd ?? 1));
    expect(z.reduce((sum, one) => sum + one * one, 0) / z.length).toBeCloseTo(1, 1);
  });

  test('a variant is expected near its siblings, the nearer the better these are known, and never surer than they scatter', () => {
    const prior = { mean: -1, sd: 0.9 };
    const sure = priorOfFamily(prior, [{ b: 1, standardError: 0.05 }], 0.2);
    const unsure = priorOfFamily(prior, [{ b: 1, standardError: 2 }], 0.2);
    expect(sure.mean).toBeGreaterThan(0.8);
    expect(unsure.mean).toBeLessThan(-0.5);
    const many = Array.from({ length: 500 }, () => ({ b: 1, standardError: 0.05 }));
    expect(priorOfFamily(prior, many, 0.2).sd).toBeCloseTo(0.2, 2);
    expect(priorOfFamily(prior, [], 0.2).sd).toBeCloseTo(Math.hypot(0.9, 0.2), 12);
    expect(() => priorOfFamily(prior, [{ b: 1, standardError: 0 }])).toThrow('sibling 1');
    expect(() => priorOfFamily(prior, [], 0)).toThrow('spread 0');
  });
});

describe('ratings while answers come in', () => {
  const rating = fc.record({ mean: finite(-3, 3), sd: finite(0.05, 2) });

  test('a right answer raises the person and lowers the item, a wrong one the other way, and both become surer', () => {
    fc.assert(
      fc.property(rating, rating, fc.boolean(), (person, item, isRight) => {
        const after = rateAnswer({ person, item }, isRight);
        expect(after.person.mean > person.mean).toBe(isRight);
        expect(after.item.mean < item.mean).toBe(isRight);
        expect(after.person.sd).toBeLessThan(person.sd);
        expect(after.item.sd).toBeLessThan(item.sd);
      }),
    );
  });

  test('the less is known, the farther an answer moves: K falls by itself', () => {
    let item = { mean: 0, sd: 1 };
    const steps: number[] = [];
    for (let answer = 0; answer < 30; answer++) {
      const next = rateAnswer({ person: { mean: 0, sd: 0.3 }, item }, answer % 2 === 0).item;
      steps.push(Math.abs(next.mean - item.mean));
      item = next;
    }
    expect(steps.at(-1)).toBeLessThan(0.3 * (steps[0] ?? 0));
    expect(item.sd).toBeLessThan(0.45);
  });

  test('ratings find abilities and difficulties, and say rightly how sure they are', () => {
    const random = seededRandom(5);
    const truth = Array.from({ length: 40 }, () => normalNumber(random));
    let ratings = truth.map(() => ({ mean: 0, sd: 1 }));
    for (let one = 0; one < 600; one++) {
      const theta = normalNumber(random);
      let person = { mean: 0, sd: 1 };
      for (let step = 0; step < 10; step++) {
        const at = Math.floor(random() * truth.length);
        const item = ratings[at] ?? { mean: 0, sd: 1 };
        const after = rateAnswer({ person, item }, random() < probabilityRight(twoPl(1, truth[at] ?? 0), theta));
        person = after.person;
        ratings = ratings.with(at, after.item);
      }
    }
    const z = truth.map((b, j) => ((ratings[j]?.mean ?? 0) - b) / (ratings[j]?.sd ?? 1));
    const misses = truth.map((b, j) => (ratings[j]?.mean ?? 0) - b);
    expect(Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / 40)).toBeLessThan(0.3);
    expect(Math.sqrt(z.reduce((sum, one) => sum + one * one, 0) / 40)).toBeLessThan(1.6);
  });

  test('a person who may have learned is less surely known', () => {
    const both = { person: { mean: 0, sd: 0.3 }, item: { mean: 0, sd: 0.2 } };
    expect(rateAnswer(both, true, { drift: 0.1 }).person.mean).toBeGreaterThan(rateAnswer(both, true).person.mean);
    expect(() => rateAnswer(both, true, { drift: -1 })).toThrow('drift -1');
    expect(() => rateAnswer({ ...both, item: { mean: 0, sd: 0 } }, true)).toThrow('sd 0');
  });

  test('an uncertain item is flatter, a certain one is itself', () => {
    expect(hedgeItem({ mean: 1, sd: 0 }, 1.3)).toEqual(twoPl(1.3, 1));
    expect(hedgeItem({ mean: 1, sd: 1 }, 1.3).a).toBeLessThan(1.2);
    const random = seededRandom(1);
    const drawn = Array.from({ length: 2000 }, () => drawItem({ mean: 1, sd: 0.5 }, 1.3, random).b);
    expect(drawn.reduce((sum, b) => sum + b, 0) / 2000).toBeCloseTo(1, 1);
  });
});

describe('the ladder of methods', () => {
  test.each([
    [0, 'family', 'provisional'],
    [49, 'family', 'provisional'],
    [50, 'map', 'preliminary'],
    [250, 'map', 'preliminary'],
    [251, '2pl', 'operational'],
    [1000, '2pl', 'operational'],
    [1001, '3pl', 'operational'],
  ])('%i answers to an item stand on the rung %s and are %s', (answers, rung, status) => {
    expect(planCalibration([answers, answers])).toMatchObject({ rung, statuses: [status, status] });
  });

  test('a new item does not pull an old bank down, and is provisional itself', () => {
    const { rung, statuses, looksAtGroups, looksAtDrift } = planCalibration([0, 3, 400, 500, 600]);
    expect([rung, looksAtGroups, looksAtDrift]).toEqual(['2pl', true, false]);
    expect(statuses.slice(0, 3)).toEqual(['provisional', 'provisional', 'operational']);
    expect(() => planCalibration([])).toThrow('no items');
    expect(() => planCalibration([1, -1])).toThrow('item 2: -1');
  });

  const random = seededRandom(8);
  const truth = Array.from({ length: 12 }, (_, j) => twoPl(1, -1.5 + 0.27 * j));
  const judged = truth.map(({ b }) => ({ mean: 0.5 * b, sd: 0.8 }));

  function given(persons: number): Responses {
    const abilities = Float64Array.from({ length: persons }, () => normalNumber(random));
    return simulateResponses(truth, abilities, random);
  }

  const missOf = (items: readonly { b: number }[]) =>
    Math.sqrt(items.reduce((sum, { b }, j) => sum + (b - (truth[j]?.b ?? 0)) ** 2, 0) / items.length);

  test('on every rung the difficulties come nearer the truth, on one scale', () => {
    const misses = [0, 30, 150, 600].map((persons) => {
      const { items, converged } = calibrateByLadder(given(persons), { priors: judged });
      expect(converged).toBe(true);
      return missOf(items);
    });
    for (const [k, miss] of misses.slice(1).entries()) expect(miss).toBeLessThan(misses[k] ?? 0);
    expect(misses.at(-1)).toBeLessThan(0.25);
  });

  test('without answers, or for an item nobody saw, the prior is what comes out', () => {
    const none = calibrateByLadder(given(0), { priors: judged });
    expect(none.items.map(({ b }) => b)).toEqual(judged.map(({ mean }) => mean));
    expect(none.standardErrors?.[0]?.b).toBe(0.8);
    const some = given(60);
    for (let i = 0; i < 60; i++) some.scores[i * 12 + 4] = MISSING;
    const { items, statuses, standardErrors } = calibrateByLadder(some, { priors: judged });
    expect(items[4]?.b).toBeCloseTo(judged[4]?.mean ?? 0, 3);
    expect(standardErrors?.[4]?.b).toBeCloseTo(0.8, 2);
    expect(statuses[4]).toBe('provisional');
    expect(() => calibrateByLadder(given(0), { priors: [] })).toThrow('12 items, 0 priors');
  });

  test('over 250 answers groups are compared, over 1,000 drift is looked for', () => {
    const groups = Array.from({ length: 300 }, (_, i): Group => (i % 2 === 0 ? 'reference' : 'focal'));
    const settled = calibrateByLadder(given(300), { priors: judged, groups });
    expect(settled.differences).toHaveLength(12);
    expect(settled.logistic).toHaveLength(12);
    expect(settled.drift).toBeNull();
    const before = truth.map((item, j) => (j === 11 ? null : j === 3 ? twoPl(1, item.b + 2) : item));
    const { drift, rung } = calibrateByLadder(given(1200), { priors: judged, before });
    expect(rung).toBe('3pl');
    expect(drift?.[3]).toMatchObject({ hasDrifted: true });
    expect(drift?.[3]?.z).toBeLessThan(-2);
    expect(drift?.[11]).toBeNull();
  });
});

test('an item that is unfair to a group is found where nobody had all items, and no fair one is called so', () => {
  const random = seededRandom(9);
  const fair = Array.from({ length: 20 }, (_, j) => twoPl(1.2, -1.9 + 0.2 * j));
  const priors = fair.map(({ b }) => ({ mean: b, sd: 1 }));
  const abilities = Float64Array.from({ length: 1200 }, () => normalNumber(random));
  const unfair = fair.with(9, twoPl(1.2, (fair[9]?.b ?? 0) + 1.2));
  const groups = Array.from(abilities, (_, i): Group => (i % 2 === 0 ? 'reference' : 'focal'));
  const [left, right] = [simulateResponses(fair, abilities, random), simulateResponses(unfair, abilities, random)];
  const scores = left.scores.map((score, at) => {
    const [person, item] = [Math.floor(at / 20), at % 20];
    // Two forms: each has half of the others, and all have the middle.
    if (item < 8 ? person % 4 < 2 : item > 11 && person % 4 >= 2) return MISSING;
    return groups[person] === 'focal' ? (right.scores[at] ?? MISSING) : score;
  });
  const { differences, logistic } = calibrateByLadder({ ...left, scores }, { priors, groups });
  expect(differences).toBeNull();
  expect(logistic?.map(({ jodoinGierl }) => jodoinGierl !== 'A')).toEqual(fair.map((_, j) => j === 9));
  expect(logistic?.[9]?.logOdds).toBeLessThan(-0.8);
});

test('drift is measured against what all others did, and a shift of the whole scale is none', () => {
  const pairs = [0.1, -0.1, 0.05, -0.05, 0, 0.02].map((noise, j) => ({ before: j, now: j + 5 + noise }));
  const [, , , , , last] = measureDrift(pairs.with(5, { before: 5, now: 7 }));
  expect(last).toMatchObject({ hasDrifted: true });
  expect(measureDrift(pairs.map(({ before }) => ({ before, now: before + 1 }))).every(({ z }) => z === 0)).toBe(true);
  expect(() => measureDrift(pairs.slice(0, 3))).toThrow('at least three others');
  expect(() => measureDrift(pairs.with(0, { before: Number.NaN, now: 0 }))).toThrow('not a finite number');
});
