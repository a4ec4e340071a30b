// @vitest-environment node
import { expect, test } from 'vitest';
import { cacheName, isOutOfOrder, outdatedCaches, treatmentOf } from './shell.ts';

const shell = { version: '2', page: '/room.html', files: ['/room.html', '/assets/room-1a.js', '/theme.js'] };
const origin = 'https://exams.example';
const treat = (path: string, { method = 'GET', mode = 'cors' as RequestMode } = {}) =>
  treatmentOf({ method, mode, url: new URL(path, origin).href }, shell, origin);

test('an update removes the old version of the room and nothing that belongs to others', () => {
  const names = [cacheName({ version: '1' }), cacheName(shell), 'somebody-else', 'pyladder-site'];
  expect(outdatedCaches(names, shell)).toEqual([cacheName({ version: '1' })]);
});

test('answers and questions never come out of a cache', () => {
  expect(treat('/api/sittings/1')).toBe('untouched');
  expect(treat('/api/sittings/1/saves', { method: 'POST' })).toBe('untouched');
});

test('a room is shown without network, at each of its addresses', () => {
  expect(treat('/sittings/1', { mode: 'navigate' })).toBe('page');
  expect(treat('/sittings/1/review', { mode: 'navigate' })).toBe('page');
  expect(treat('/assets/room-1a.js')).toBe('file');
});

test('the rest of the site is left alone', () => {
  expect(treat('/dashboard', { mode: 'navigate' })).toBe('untouched');
  expect(treat('/assets/site-2b.js')).toBe('untouched');
  expect(treatmentOf({ method: 'GET', mode: 'cors', url: 'https://elsewhere.example/theme.js' }, shell, origin)).toBe(
    'untouched',
  );
});

test('a proxy that says "bad gateway" does not replace the room, a page that is gone does', () => {
  expect([502, 503, 404, 200].map(isOutOfOrder)).toEqual([true, true, false, false]);
});
