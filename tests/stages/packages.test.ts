import { expect, test } from 'vitest';
import { type Machine, packages, prepare } from './packages.ts';
import { stages } from './stages.ts';

const bare: Machine = { isDebian12: true, isRoot: true, has: () => false };
const all = stages.map((stage) => stage.name);
/** What programs need that run on the machine's own CPython. */
const native = [
  'bubblewrap',
  'python3',
  'python3-numpy',
  'python3-matplotlib',
  'python3-tk',
  'xvfb',
  'fonts-dejavu-core',
  'mariadb-server-core',
  'python3-pymysql',
  'python3-pip',
  'python3-venv',
  'python3-setuptools',
  'python3-wheel',
];

test('a fresh Debian gets what it lacks, as root', () => {
  expect(prepare(bare, all)).toEqual({
    type: 'install',
    names: ['chromium', 'poppler-utils', 'postgresql-15', 'python3-cryptography', 'python3-pyld', ...native],
  });
});

test('a machine that has everything is left alone, whatever it is', () => {
  expect(prepare({ isDebian12: false, isRoot: false, has: () => true }, all)).toEqual({ type: 'none' });
});

test('only what the chosen stages need is installed', () => {
  expect(prepare(bare, ['style', 'journeys'])).toEqual({ type: 'install', names: ['chromium', 'poppler-utils'] });
  expect(prepare(bare, ['style'])).toEqual({ type: 'none' });
});

test('without root the one command is named', () => {
  const machine = { ...bare, isRoot: false, has: (file: string) => file === '/usr/bin/chromium' };
  expect(prepare(machine, all)).toEqual({
    type: 'ask',
    names: ['poppler-utils', 'postgresql-15', 'python3-cryptography', 'python3-pyld', ...native],
    command: `sudo apt-get install -y poppler-utils postgresql-15 python3-cryptography python3-pyld ${native.join(' ')}`,
  });
});

test('elsewhere than on Debian the one command runs all that can be run there', () => {
  const preparation = prepare({ ...bare, isDebian12: false }, all);
  expect(preparation).toMatchObject({
    type: 'ask',
    command: 'npm test -- --only site,types,style,unused,web',
  });
});

test('every package is needed by a stage that exists', () => {
  for (const { stages: needing } of packages) expect(all).toEqual(expect.arrayContaining([...needing]));
});
