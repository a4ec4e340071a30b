import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test('a credential bears the same date in Honolulu as in Auckland, while a moment has the reader’s own day', async () => {
  for (const [zone, day] of [
    ['Pacific/Honolulu', '21 November 2026'],
    ['Pacific/Auckland', '22 November 2026'],
  ] as const) {
    vi.stubEnv('TZ', zone);
    vi.resetModules();
    const { formatDate, formatDay } = await import('./formats.ts');
    expect(formatDate('2026-11-22T00:00:00.000Z')).toBe('22 November 2026');
    expect(formatDay('2026-11-22T00:00:00.000Z')).toBe(day);
  }
});
