import { expect, test } from 'vitest';
import { loadInstalledLadder } from '../ladder/ladder.ts';
import { createPageFinder } from './site-addresses.ts';

const findPage = createPageFinder(loadInstalledLadder());
const id = '5f0f8f0a-3b0c-4a52-9d8e-1f4e57a2b111';

test.each([
  ['/', { kind: 'public', path: '/' }],
  ['/cepp/', { kind: 'public', path: '/cepp' }],
  ['/Employers', { kind: 'public', path: '/employers' }],
  ['/%70cep', { kind: 'public', path: '/pcep' }],
  ['/exams/pcep/real', { kind: 'site' }],
  [`/results/${id}/debrief`, { kind: 'site' }],
  [`/credentials/${id}`, { kind: 'site' }],
  ['/sign%2Din', { kind: 'site' }],
])('the address %s leads to a page, with or without a slash at its end', (address, page) => {
  expect([findPage(address), findPage(`${address.replace(/\/$/, '')}/`)]).toEqual([page, page]);
});

test.each([
  '/credentials/x.exe',
  '/credentials',
  '/results/7',
  '/exams/pcep/real/now',
  '/pcep//',
  '/%',
  '/%ff',
  '/%2F',
])('an address that only looks like one of the site, %s, leads nowhere', (address) => {
  expect(findPage(address)).toBeNull();
});

test('a reload on the review of an exam comes back to the exam room', () => {
  expect(findPage(`/sittings/${id}/review`)).toEqual({ kind: 'room' });
});
