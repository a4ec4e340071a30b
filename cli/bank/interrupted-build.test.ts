import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { givenClone, runCommandLine, startCommand } from '../testing/given-clone.ts';

/** Each command is a process that starts Pythons of its own: seconds, on a busy machine minutes. */
vi.setConfig({ testTimeout: 600_000 });

const pack = join('packs', 'python-ladder');
const compiled = join(pack, 'compiled', 'practice', 'pcep');
const templates = 6;

/** A clone whose practice pool takes a while: the same every time. */
function givenSlowClone(): string {
  const clone = givenClone();
  const items = join(clone, pack, 'pcep', 'flow-control', 'items');
  const text = readFileSync(join(items, 'sum-over-range.yaml'), 'utf8');
  for (let number = 1; number < templates; number++) {
    const name = `sum-${number}`;
    const other = text
      .replace('sum-over-range', name)
      .replaceAll('number', `number_${number}`)
      .replace('variants: 3', 'variants: 8');
    writeFileSync(join(items, `${name}.yaml`), other);
  }
  return clone;
}

function bytesOf(clone: string): string[] {
  const folder = join(clone, compiled);
  return readdirSync(folder)
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`);
}

/** Finished templates that a build has kept, with when each was written. */
function listKept(clone: string): Map<string, number> {
  const folder = join(clone, '.cache', 'bank');
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(names.map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

let undisturbed: string[] | null = null;

/** The bank as a build gives it that nobody ends; built once for all tests. */
async function buildUndisturbed(): Promise<string[]> {
  if (undisturbed !== null) return undisturbed;
  const clone = givenSlowClone();
  expect(await runCommandLine(clone, 'bank', 'build')).toMatchObject({ code: 0 });
  undisturbed = bytesOf(clone);
  return undisturbed;
}

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'a build ended by %s goes on where it was, and gives the bank that it would have given, to the byte',
  async (signal) => {
    const expected = await buildUndisturbed();
    const clone = givenSlowClone();
    const { child, finished } = startCommand(clone, 'bank', 'build');
    while (listKept(clone).size === 0 && child.exitCode === null) await sleep(5);
    child.kill(signal);
    const ended = await finished;
    if (signal === 'SIGKILL') expect(ended.code).not.toBe(0);
    else {
      expect(ended.code).toBe(130);
      expect(ended.stderr).toMatch(/Interrupted; nothing was written\.\n$/);
    }
    const kept = listKept(clone);
    expect(kept.size).toBeGreaterThan(0);
    expect(kept.size).toBeLessThan(templates);
    expect(existsSync(join(clone, compiled))).toBe(false);

    expect(await runCommandLine(clone, 'bank', 'build')).toMatchObject({ code: 0 });
    expect(bytesOf(clone)).toEqual(expected);
    const after = listKept(clone);
    expect(after.size).toBe(templates);
    // What had been proven was not proven again.
    for (const [name, written] of kept) expect(after.get(name)).toBe(written);
  },
);

test('two builds at once in one clone both succeed and leave one whole bank', async () => {
  const clone = givenSlowClone();
  const both = await Promise.all([runCommandLine(clone, 'bank', 'build'), runCommandLine(clone, 'bank', 'build')]);
  expect(both).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(bytesOf(clone)).toEqual(await buildUndisturbed());
});
