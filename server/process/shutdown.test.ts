import { expect, test } from 'vitest';
import { createShutdown } from './shutdown.ts';

function heard() {
  const lines: string[] = [];
  return { lines, error: (_detail: object, line: string) => void lines.push(line) };
}

test('what was opened last is closed first, so that the database outlives whoever writes to it', async () => {
  const closed: string[] = [];
  const shutdown = createShutdown(heard());
  for (const name of ['port', 'database', 'application']) shutdown.add(name, () => void closed.push(name));
  expect(await shutdown.run()).toBe(true);
  expect(closed).toEqual(['application', 'database', 'port']);
});

test('a step that fails is told and does not keep the database from being stopped', async () => {
  const log = heard();
  let isStopped = false;
  const shutdown = createShutdown(log);
  shutdown.add('database', () => {
    isStopped = true;
  });
  shutdown.add('application', () => Promise.reject(new Error('a bug in closing')));
  expect(await shutdown.run()).toBe(false);
  expect(isStopped).toBe(true);
  expect(log.lines).toEqual(['closing failed: application']);
});

test('a step that never ends is cut off', async () => {
  const log = heard();
  const shutdown = createShutdown(log, 20);
  shutdown.add('application', () => new Promise(() => undefined));
  expect(await shutdown.run()).toBe(false);
  expect(log.lines).toEqual(['closing took too long and was cut off']);
});

test('two askers close everything once', async () => {
  let times = 0;
  const shutdown = createShutdown(heard());
  shutdown.add('application', async () => void times++);
  await Promise.all([shutdown.run(), shutdown.run()]);
  expect(times).toBe(1);
});
