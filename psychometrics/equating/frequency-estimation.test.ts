import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countJointly, equatePercentiles, equatePercentilesByEstimation, type JointFrequencies } from './index.ts';

/** The joint distribution of a form of 5 items and an anchor of 3 in Kolen & Brennan (2004), table 5.1, of 100 people. */
const book: JointFrequencies = [
  [4, 4, 2, 0],
  [4, 8, 2, 1],
  [6, 12, 5, 2],
  [3, 12, 5, 5],
  [2, 3, 4, 6],
  [1, 1, 2, 6],
];
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
const formOf = (joint: JointFrequencies) => joint.map(sum);
const anchorOf = (joint: JointFrequencies) => (joint[0] ?? []).map((_, v) => sum(joint.map((row) => row[v] ?? 0)));

const joints = fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 }), {
  minLength: 6,
  maxLength: 6,
});

/** People of a group counted again, each as often as the population has people of their anchor score for one here. */
function stratify(own: JointFrequencies, other: JointFrequencies, weight: number): number[] {
  const [here, there] = [anchorOf(own), anchorOf(other)];
  const [people, others] = [sum(here), sum(there)];
  const form = own.map(() => 0);
  for (const [x, row] of own.entries()) {
    for (const [v, count] of row.entries()) {
      for (let person = 0; person < count; person++) {
        form[x] = (form[x] ?? 0) + weight / people + ((1 - weight) * (there[v] ?? 0)) / others / (here[v] ?? 0);
      }
    }
  }
  return form;
}

test('equivalents are those of populations counted person by person', () => {
  fc.assert(
    fc.property(joints, joints, fc.constantFrom(0, 0.3, 0.5, 1), (from, to, weight) => {
      const expected = equatePercentiles(stratify(from, to, weight), stratify(to, from, 1 - weight));
      for (const [score, equivalent] of equatePercentilesByEstimation(from, to, weight).entries()) {
        expect(equivalent).toBeCloseTo(expected[score] ?? Number.NaN, 8);
      }
    }),
  );
});

test('groups that are alike on the anchor are equated as random groups are, whatever the weight', () => {
  const alike = book.toReversed();
  const expected = equatePercentiles(formOf(book), formOf(alike));
  for (const weight of [0, 0.5, 1]) {
    for (const [score, equivalent] of equatePercentilesByEstimation(book, alike, weight).entries()) {
      expect(equivalent).toBeCloseTo(expected[score] ?? Number.NaN, 9);
    }
  }
});

test('a better group on the anchor is not taken for an easier form', () => {
  // One form, sat by a group that has the anchor's high scores twice as often: every score stays worth itself.
  const better = book.map((row) => row.map((count, v) => (v >= 2 ? 2 * count : count)));
  for (const weight of [0, 0.5, 1]) {
    for (const [score, equivalent] of equatePercentilesByEstimation(book, better, weight).entries()) {
      expect(equivalent).toBeCloseTo(score, 9);
    }
  }
  const [naive = 0] = equatePercentiles(formOf(book), formOf(better)).slice(3);
  expect(naive).toBeGreaterThan(3.2);
});

test('people are counted by both scores', () => {
  expect(countJointly([0, 2, 2, 1], [0, 1, 1, 0], { total: 2, anchor: 1 })).toEqual([
    [1, 0],
    [1, 0],
    [0, 2],
  ]);
  expect(() => countJointly([1], [1, 0], { total: 2, anchor: 1 })).toThrow('1 totals, 2 anchor scores');
  expect(() => countJointly([3], [1], { total: 2, anchor: 1 })).toThrow('person 1: scores 3 and 1');
  expect(() => countJointly([1], [0.5], { total: 2, anchor: 1 })).toThrow('person 1');
});

test('what tells nothing of the other group is refused', () => {
  const none = book.map((row) => row.with(3, 0));
  expect(() => equatePercentilesByEstimation(none, book, 0.5)).toThrow('anchor score 3: only one group has it');
  expect(() => equatePercentilesByEstimation(book, none)).toThrow('anchor score 3');
  // Of those who sat the first form all is known on it; nobody need be told how the others would do.
  expect(equatePercentilesByEstimation(none, book, 1)).toHaveLength(6);
  expect(() => equatePercentilesByEstimation(book, book, 2)).toThrow('weight 2');
  expect(() =>
    equatePercentilesByEstimation(book, [
      [1, 2],
      [3, 4],
    ]),
  ).toThrow('both groups sit the same');
  expect(() => equatePercentilesByEstimation(book, [[1, 2], [3]])).toThrow('score 1: 1 anchor scores');
  expect(() => equatePercentilesByEstimation([[1, -2]], book)).toThrow('anchor score 1: -2 people');
  expect(() => equatePercentilesByEstimation([[0, 0]], book)).toThrow('nobody');
});
