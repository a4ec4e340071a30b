import { afterAll, vi } from 'vitest';
import type { PythonVersion, RunOutcome } from '../../protocol.ts';
import { openPythonPool } from '../pool.ts';

/** Runs a program under misconceptions, without input, on 3.14 unless said. */
export type GivenPython = (code: string, ids: string[], version?: PythonVersion) => Promise<RunOutcome>;

/** An interpreter for the tests of one file, closed after them; it takes its time to start on a busy machine. */
export function givenPython(): GivenPython {
  vi.setConfig({ testTimeout: 120_000 });
  const pool = openPythonPool({ workers: 1 });
  afterAll(() => pool.close());
  return (code, misconceptions, version = '3.14') => pool.run(version, 0, { code, stdin: '', misconceptions });
}
