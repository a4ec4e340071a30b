import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './stages/command.ts';

type Run = { code: number; lines: string[]; errors: string };

function run(...args: string[]): Promise<Run> {
  return new Promise((settle) => {
    execFile(process.execPath, [join(root, 'tests/run.ts'), ...args], (error, stdout, stderr) =>
      settle({
        code: typeof error?.code === 'number' ? error.code : 0,
        lines: stdout.trimEnd().split('\n'),
        errors: stderr.trim(),
      }),
    );
  });
}

test('a run ends with one plain line that counts, and its exit code says the same', async () => {
  const { code, lines } = await run('--only', 'style');
  const counts = lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line));
  expect(counts).toEqual([lines.at(-1)]);
  expect(lines.at(-1)).toBe(code === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
});

test('a stage that does not exist is an error that names those that do, not a run of nothing', async () => {
  const { code, errors } = await run('--only', 'rulse');
  expect(code).toBe(1);
  expect(errors).toMatch(/^There is no stage "rulse"\. Stages: site, .*journeys\.$/);
});
