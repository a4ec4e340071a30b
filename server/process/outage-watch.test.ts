import { afterEach, expect, test, vi } from 'vitest';
import { createOutageWatch } from './outage-watch.ts';

afterEach(() => vi.restoreAllMocks());

test('a long outage is counted every ten seconds, so that whoever reads the log knows that it goes on', () => {
  const clock = vi.spyOn(performance, 'now');
  const { hear } = createOutageWatch(() => undefined);
  const at = (milliseconds: number) => {
    clock.mockReturnValue(milliseconds);
    return hear();
  };
  expect([at(0), at(1), at(9_999), at(10_000), at(10_001), at(20_000)]).toEqual([
    'news',
    null,
    null,
    { failures: 4 },
    null,
    { failures: 6 },
  ]);
});

test('a database that answers the watch while requests still fail is not called back, so that the log does not flutter', async () => {
  const told: object[] = [];
  const { hear, probeBy } = createOutageWatch((outage) => told.push(outage));
  let probes = 0;
  probeBy(async () => {
    probes += 1;
    if (probes < 3) hear();
  });
  hear();
  await expect.poll(() => told, { timeout: 30_000 }).toEqual([{ failures: 3, seconds: expect.any(Number) }]);
  expect(hear()).toBe('news');
});
