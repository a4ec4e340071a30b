import { openPythonPool } from '@pyladder/python/node';
import { expect, test, vi } from 'vitest';
import { measureCorpus, rate } from './testing/measure.ts';

/** Hundreds of programs on eight interpreters: a minute, on a busy machine more. */
vi.setConfig({ testTimeout: 900_000 });

test('no right key is called wrong, and at least nine of ten wrong keys that running can show are found', async () => {
  const python = openPythonPool();
  try {
    const measured = await measureCorpus(python);
    const accused = measured.filter(
      ({ known, proven }) => known !== 'wrong' && proven.verdict.verdict === 'contradicted',
    );
    expect(accused.map(({ proven }) => `${proven.question.file}:${proven.question.line}`)).toEqual([]);
    expect(rate(measured).recall).toBeGreaterThanOrEqual(0.9);
    expect(rate(measured).confirmed).toBeGreaterThanOrEqual(0.9);
    const varying = measured.filter(({ known }) => known === 'varies').map(({ proven }) => proven.verdict.verdict);
    expect(new Set(varying)).toEqual(new Set(['depends']));
    const cleared = measured.filter(({ known, proven }) => known === 'wrong' && proven.verdict.verdict === 'confirmed');
    expect(cleared.map(({ proven }) => `${proven.question.file}:${proven.question.line}`)).toEqual([]);
    expect(measured.length).toBeGreaterThanOrEqual(150);
  } finally {
    await python.close();
  }
});
