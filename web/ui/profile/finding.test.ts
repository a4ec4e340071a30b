import { expect, test } from 'vitest';
import { findFinding } from './finding.ts';

const topic = (title: string, points: number, max: number) => ({ title, points, max });

test('the title names the strongest and the weakest topic', () => {
  expect(findFinding([topic('Lists', 5, 5), topic('Loops', 3, 6), topic('Types', 1, 5)])).toEqual({
    kind: 'contrast',
    best: ['Lists'],
    worst: ['Types'],
  });
});

test('small differences are not made into a finding: one question more or less says nothing', () => {
  expect(findFinding([topic('Lists', 4, 5), topic('Loops', 5, 5), topic('Types', 4, 5)])).toEqual({ kind: 'even' });
});

test('when most topics are equally strong only the gap is named', () => {
  const topics = [topic('A', 4, 4), topic('B', 5, 5), topic('C', 7, 7), topic('D', 1, 5)];
  expect(findFinding(topics)).toMatchObject({ kind: 'gap', worst: ['D'] });
});

test('when several topics are equally weak none of them is singled out', () => {
  const topics = [topic('A', 4, 4), topic('B', 0, 5), topic('C', 0, 7), topic('D', 0, 5)];
  expect(findFinding(topics)).toEqual({ kind: 'even' });
});

test('a result without topics has no finding instead of a fault', () => {
  expect(findFinding([])).toEqual({ kind: 'even' });
});
