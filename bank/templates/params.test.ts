import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { countChoices, drawParams, type Param } from './params.ts';

const letters = ['"a"', '"b"', '"c"', '"d"'];
const small: Param[] = [
  { name: 'x', values: ['1', '2', '3'], size: null },
  { name: 'pair', values: letters, size: 2 },
];

test('where there are few possibilities, each is drawn exactly once', () => {
  const draws = [...drawParams(small, seededRandom('s'), 1000)].map((draw) => [...draw.values()].join(' '));
  expect(draws).toHaveLength(3 * 12);
  expect(new Set(draws).size).toBe(36);
});

test('a sample has its size and nothing twice', () => {
  const param = fc.record({
    name: fc.constant('s'),
    values: fc.constant(letters),
    size: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(param, fc.string(), (s, seed) => {
      const drawn = [...drawParams([s], seededRandom(seed), 50)].map((draw): string[] =>
        JSON.parse(draw.get('s') ?? '[]'),
      );
      expect(drawn).toHaveLength(countChoices(s));
      for (const list of drawn) expect(new Set(list).size).toBe(s.size);
    }),
  );
});

test('where there are too many possibilities to list, draws differ and come in the order of the seed', () => {
  const many = ['p', 'q', 'r'].map(
    (name): Param => ({ name, values: Array.from({ length: 50 }, (_, i) => `${i}`), size: null }),
  );
  const draw = () => [...drawParams(many, seededRandom('s'), 40)].map((one) => [...one.values()].join(' '));
  expect(new Set(draw()).size).toBe(40);
  expect(draw()).toEqual(draw());
});

test('a template without params has one draw', () => {
  expect([...drawParams([], seededRandom('s'), 10)]).toEqual([new Map()]);
});
