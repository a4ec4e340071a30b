import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readImports } from './imports.ts';
import { judgeImport, type Manifest, type Manifests } from './judgement.ts';
import { rooms } from './rooms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const present = rooms.filter((room) => room.planned !== true);
const ignored = ['node_modules', 'dist', '.types', '.cache'];

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

const manifests: Manifests = new Map(
  ['', ...present.map(({ name }) => name)].map((name) => [name, readManifest(name)]),
);

function sourcesOf(room: string): string[] {
  return globSync(`${room}/**/*.{ts,tsx,mjs,js}`, {
    cwd: root,
    exclude: (path) => ignored.some((folder) => path.split('/').includes(folder)),
  });
}

describe.each(present)('the room $name', ({ name }) => {
  test('imports only what the table allows and its package.json names', () => {
    const files = sourcesOf(name);
    expect(files.length).toBeGreaterThan(0);
    const broken = files.flatMap((file) =>
      readImports(readFileSync(join(root, file), 'utf8')).flatMap((one) => {
        const why = judgeImport(file, one, manifests);
        return why === null ? [] : [`${file} imports ${one.specifier}: ${why}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});

test('imports go up the table only, and nobody imports server, web, cli or tests', () => {
  for (const [at, room] of rooms.entries()) {
    const above = rooms.slice(0, at).map(({ name }) => name);
    expect(above, room.name).toEqual(expect.arrayContaining([...room.mayImport]));
    expect(room.mayImport, room.name).not.toContain('server');
    expect(room.mayImport, room.name).not.toContain('web');
    expect(room.mayImport, room.name).not.toContain('cli');
  }
});

test('every workspace is a room of the table, and every room that is not planned is a workspace', () => {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { workspaces: string[] };
  expect(workspaces.toSorted()).toEqual(present.map(({ name }) => name).toSorted());
});

describe('the reader of imports', () => {
  test('finds every kind of import statement, over several lines too', () => {
    const source = [
      "import fc from 'a';",
      "import type { B } from 'b';",
      "import { type C } from 'c';",
      'import {',
      '  one,',
      '  two,',
      "} from './d.ts';",
      "import './e.css';",
      "export * from './f.ts';",
      "export type { G } from 'g';",
      "const h = await import('h');",
      "const path = require.resolve('i/j');",
    ].join('\n');
    expect(readImports(source).toSorted((l, r) => l.specifier.localeCompare(r.specifier))).toEqual(
      ['./d.ts', './e.css', './f.ts', 'a', 'b', 'c', 'g', 'h', 'i/j'].map((specifier) => ({
        specifier,
        isTypeOnly: specifier === 'b' || specifier === 'g',
      })),
    );
  });

  test('takes neither comments nor words in strings for imports', () => {
    expect(readImports("// import x from 'a';\n * import 'b';\nconst from = 'c';\nexport const type = 'd';\n")).toEqual(
      [],
    );
  });
});

describe('the judge of imports', () => {
  const given: Manifests = new Map<string, Manifest>([
    ['', { name: 'pyladder', devDependencies: { vitest: '1', '@types/node': '1' } }],
    ['exam', { name: '@pyladder/exam', exports: { '.': './index.ts' } }],
    ['python', { name: '@pyladder/python', exports: { '.': './index.ts', './node': './node/index.ts' } }],
    ['bank', { name: '@pyladder/bank', dependencies: { '@pyladder/exam': '*', '@pyladder/python': '*' } }],
    [
      'server',
      { name: '@pyladder/server', dependencies: { '@pyladder/exam': '*', pg: '1' }, devDependencies: { x: '1' } },
    ],
    ['web', { name: '@pyladder/web', dependencies: { '@pyladder/exam': '*', '@pyladder/python': '*', react: '1' } }],
  ]);
  const judge = (file: string, specifier: string, isTypeOnly = false) =>
    judgeImport(file, { specifier, isTypeOnly }, given);

  test.each([
    ['exam/form.ts', './random.ts'],
    ['server/results/results.actions.ts', '@pyladder/exam'],
    ['server/results/results.actions.ts', './results.queries.ts'],
    ['server/results/results.actions.ts', '../sittings/sittings.actions.ts'],
    ['server/results/results.actions.ts', 'node:crypto'],
    ['server/results/results.test.ts', 'vitest'],
    ['server/results/results.test.ts', 'x'],
    ['bank/proof.ts', '@pyladder/python/node'],
    ['web/sitting/Room.tsx', '../ui/Button.tsx'],
    ['web/gallery/Gallery.tsx', '../sitting/Room.tsx'],
    ['web/sitting/Room.test.tsx', '../gallery/fixtures.ts'],
    ['web/router.tsx', './sitting/Room.tsx'],
    ['web/sitting/Room.tsx', 'react'],
    ['web/build/site.ts', 'node:fs'],
  ])('%s may import %s', (file, specifier) => {
    expect(judge(file, specifier)).toBeNull();
  });

  test.each([
    ['exam/form.ts', '../bank/random.ts', 'leaves its room'],
    ['exam/form.ts', 'node:crypto', 'without Node'],
    ['exam/form.ts', 'vitest', 'does not name vitest'],
    ['bank/proof.ts', '@pyladder/exam/form.ts', 'does not export'],
    ['server/results/results.actions.ts', '@pyladder/web', 'does not name'],
    ['server/results/results.actions.ts', '@pyladder/bank', 'does not name'],
    ['server/results/results.actions.ts', 'x', 'does not name x'],
    ['server/results/results.actions.ts', '../sittings/sittings.queries.ts', 'queries belong to their feature'],
    ['web/sitting/Room.tsx', '../dashboard/Dashboard.tsx', 'do not import each other'],
    ['web/ui/Button.tsx', '../sitting/Room.tsx', 'do not import each other'],
    ['web/sitting/Room.tsx', '../gallery/fixtures.ts', 'do not import each other'],
    ['web/sitting/Room.test.tsx', '../dashboard/Dashboard.tsx', 'do not import each other'],
    ['web/sitting/Room.tsx', 'node:path', 'without Node'],
    ['web/sitting/Room.tsx', '@pyladder/python/node', 'without Node'],
    ['python/index.ts', 'node:worker_threads', 'without Node'],
  ])('%s may not import %s', (file, specifier, why) => {
    expect(judge(file, specifier)).toContain(why);
  });

  test('a room that names a lower room is refused all the same', () => {
    const wrong = new Map(given).set('exam', { name: '@pyladder/exam', dependencies: { '@pyladder/bank': '*' } });
    expect(judgeImport('exam/form.ts', { specifier: '@pyladder/bank', isTypeOnly: true }, wrong)).toBe(
      'exam may not import bank',
    );
  });
});
