import { expect, test } from 'vitest';
import { ladder } from '../gallery/fixtures.ts';
import { listFees, sumFees } from './fees.ts';

const feesFor = (id: string) => listFees(ladder, id).map(({ short, cents }) => [short, cents]);

test('who wants the second professional exam is told of both fees before it', () => {
  expect(feesFor('pcpp-32-2')).toEqual([
    ['PCAP', 29_500],
    ['PCPP 32-1', 19_500],
    ['PCPP 32-2', 19_500],
  ]);
  expect(sumFees(listFees(ladder, 'pcpp-32-2'))).toEqual({ cents: 68_500, currency: 'USD' });
});

test('what is only advised is not added to the price', () => {
  expect(feesFor('pcap')).toEqual([['PCAP', 29_500]]);
});

test('the granted top costs what its three exams cost, each once', () => {
  expect(sumFees(listFees(ladder, 'cepp'))).toEqual({ cents: 68_500, currency: 'USD' });
});

test('fees in two currencies are never added up', () => {
  const fees = listFees(ladder, 'pcpp-32-1').map((fee, index) => ({ ...fee, currency: index === 0 ? 'EUR' : 'USD' }));
  expect(sumFees(fees)).toBeNull();
});
