import { expect, test } from 'vitest';
import { findNative } from './machine.ts';
import { nativeNeeds } from './needs.ts';

test('a machine with all packages proves every need', () => {
  expect(findNative()).toEqual({
    python: expect.stringMatching(/^3\.11\.\d+$/),
    obstacle: null,
    proves: nativeNeeds,
    lacks: [],
  });
});

test('a machine without a package says which one is missing for which need, and still proves the others', () => {
  const machine = findNative((path) => !path.includes('mariadb') && !path.includes('pymysql'));
  expect(machine.lacks).toEqual([{ need: 'mysql', packages: ['mariadb-server-core', 'python3-pymysql'] }]);
  expect(machine.proves).toEqual(nativeNeeds.filter((need) => need !== 'mysql'));
});

test('a machine without bubblewrap proves nothing, and says so in a sentence', () => {
  const machine = findNative((path) => path !== '/usr/bin/bwrap');
  expect(machine).toMatchObject({
    python: null,
    obstacle: 'These Debian packages are missing: bubblewrap.',
    proves: [],
  });
  expect(machine.lacks.map(({ need }) => need)).toEqual(nativeNeeds);
  expect(machine.lacks.every(({ packages }) => packages.includes('bubblewrap'))).toBe(true);
});
