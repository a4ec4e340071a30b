export type { PoolOptions, PythonPool } from './pool.ts';
export { openPythonPool } from './pool.ts';
