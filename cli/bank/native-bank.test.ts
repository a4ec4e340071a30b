import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { givenClone, runCommandLine } from '../testing/given-clone.ts';

/** Each command is a process that starts Pythons of its own: seconds, on a busy machine minutes. */
vi.setConfig({ testTimeout: 600_000 });

const pack = join('packs', 'python-ladder');
const items = join(pack, 'pcep', 'data-collections', 'items');

test('a build records which native items were proven, and a check notices a record that is not of them', async () => {
  const clone = givenClone();
  const specimen = join(import.meta.dirname, '..', '..', 'packs', 'gallery', 'pcep', 'data-collections', 'items');
  mkdirSync(join(clone, items), { recursive: true });
  const name = 'crates-in-two-arrays.yaml';
  writeFileSync(join(clone, items, name), readFileSync(join(specimen, name)));
  const proofs = join(clone, pack, 'compiled', 'native-proofs.json');

  const built = await runCommandLine(clone, 'bank', 'build');
  expect(built).toMatchObject({ code: 0, stdout: '6 practice items; 2 files changed.\n' });
  const recorded = readFileSync(proofs, 'utf8');
  expect(Object.keys(JSON.parse(recorded))).toEqual(['pcep.data-collections.crates-in-two-arrays']);

  expect(await runCommandLine(clone, 'bank', 'check', '--all')).toMatchObject({ code: 0 });
  writeFileSync(proofs, '{}\n');
  const stale = await runCommandLine(clone, 'bank', 'check');
  expect(stale.code).toBe(1);
  expect(stale.stderr).toContain('The recorded proofs of native templates are not what was proven.');

  expect((await runCommandLine(clone, 'bank', 'build', '--fresh')).code).toBe(0);
  expect(readFileSync(proofs, 'utf8')).toBe(recorded);
});
