import { expect, test } from 'vitest';
import { twoPl } from '../models/index.ts';
import { readTable } from '../testing/golden.ts';
import { calibrate } from './calibrate.ts';
import { calibrateScores } from './calibrate-scores.ts';
import { type Responses, responsesOf } from './responses.ts';

test('what has no estimate is named and refused', () => {
  const of = (rows: (number | null)[][]) => () => calibrate(responsesOf(rows), { model: '2pl' });
  expect(
    of([
      [1, 1],
      [1, 0],
    ]),
  ).toThrow('item 1 has no finite estimate: all 2 answers are right');
  expect(
    of([
      [1, null],
      [0, null],
    ]),
  ).toThrow('item 2 has no finite estimate: nobody answered it');
  expect(
    of([
      [1, 0],
      [0, 2],
    ]),
  ).toThrow('row 2, column 2: 2 is not 0 or 1');
  expect(of([])).toThrow('no responses');
  expect(() => responsesOf([[1, 0], [1]])).toThrow('row 2: 1 scores, not 2');
  expect(() => responsesOf([[1, 0.5]])).toThrow('row 1, column 2: 0.5 is no score');
  expect(() => responsesOf([[1], [0]], [1, Number.POSITIVE_INFINITY])).toThrow('row 2: count Infinity');
  expect(() => responsesOf([[1], [0]], [1, -1])).toThrow('row 2: count -1');
});

test('responses put together by hand are looked at before they are used: no answer is made up or lost', () => {
  const torn: Responses = { items: 2, scores: Int8Array.of(1, 0, 1), counts: Float64Array.of(1, 1) };
  expect(() => calibrate(torn, { model: '2pl' })).toThrow('3 scores are not 2 rows of 2');
  expect(() => calibrateScores(torn, { model: 'grm' })).toThrow('3 scores');
  const uncounted = { ...torn, scores: Int8Array.of(1, 0, 1, 1), counts: Float64Array.of(1, Number.NaN) };
  expect(() => calibrate(uncounted, { model: '2pl' })).toThrow('row 2: count NaN');
});

test('settings that contradict each other are refused', () => {
  const { rows } = readTable('LSAT6_patterns');
  const responses = responsesOf(rows.map((row) => row.slice(0, -1)));
  const anchors = [twoPl(1.2, 0), null, null, null, null];
  expect(() => calibrate(responses, { model: 'rasch', anchors })).toThrow('anchor 1: a = 1.2 is no Rasch item');
  expect(() => calibrate(responses, { model: '1pl', anchors })).toThrow('1PL scale has no anchors');
  expect(() => calibrate(responses, { model: '2pl', anchors: [null] })).toThrow('5 items, 1 anchors');
  for (const tolerance of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => calibrate(responses, { model: '2pl', tolerance })).toThrow(`tolerance ${tolerance}`);
    expect(() => calibrateScores(responses, { model: 'gpcm', tolerance })).toThrow(`tolerance ${tolerance}`);
  }
  expect(() => calibrate(responses, { model: '2pl', maxSteps: 0.5 })).toThrow('0.5 steps: give a whole number');
  expect(() => calibrate(responses, { model: '4pl' as '3pl' })).toThrow('model 4pl: it is one of rasch, 1pl, 2pl, 3pl');
  expect(() => calibrateScores(responses, { model: 'pcm' as 'gpcm' })).toThrow('model pcm: it is one of gpcm, grm');
  expect(() => calibrate(responses, { model: '2pl', grid: { count: 2, range: 6 } })).toThrow('2 nodes');
  expect(() => calibrate(responses, { model: '2pl', priors: { asymptote: { alpha: 5, beta: 17 } } })).toThrow(
    'asymptote',
  );
  expect(() => calibrate(responses, { model: '3pl', priors: { asymptote: { alpha: 1, beta: 1 } } })).toThrow('no mode');
});
