import { expect, test } from 'vitest';
import { listNearDraws, listNearValues } from './neighbours.ts';

const param = (values: string[], size: number | null = null) => ({ name: 'x', values, size });

test('values are of the kind that the param has: a number for a number, a text for a text', () => {
  expect(listNearValues('3', param(['3', '4'])).slice(0, 3)).toEqual(['4', '2', '5']);
  expect(listNearValues('2.5', param(['2.5']))).toEqual(['3.0', '2.0', '3.5', '1.5', '5.0', '-2.5']);
  expect(listNearValues('True', param(['True']))).toEqual(['False']);
  expect(listNearValues('"ink"', param(['"ink"']))).toContain('"kni"');
  expect(listNearValues('[1, 2]', param(['[1, 2]']))).toContain('[1, 2, 3]');
  expect(listNearValues('None', param(['None']))).toEqual([]);
});

test('a sample is made longer, shorter and put in other orders, of its own elements as they are written', () => {
  const near = listNearValues('[1.0, 2.5]', param(['1.0', '2.5', '4'], 2));
  expect(near).toContain('[2.5, 1.0]');
  expect(near).toContain('[1.0, 2.5, 4]');
  expect(near).toContain('[1.0]');
  expect(near).not.toContain('[1.0, 2.5]');
});

test('one param is changed before two are, and no draw is the one that was there', () => {
  const draw = new Map([
    ['x', '1'],
    ['y', '5'],
  ]);
  const params = [param(['1']), { ...param(['5']), name: 'y' }];
  const draws = [...listNearDraws(draw, params)].map((other) => [...other.values()].join(' '));
  expect(draws.slice(0, 3)).toEqual(['2 5', '1 6', '0 5']);
  expect(draws).toContain('2 6');
  expect(draws.indexOf('2 6')).toBeGreaterThan(draws.indexOf('0 5'));
  expect(draws).not.toContain('1 5');
});
