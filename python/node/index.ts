export { type PageFile, readPageFiles } from './page-files.ts';
export type { PoolOptions, PythonPool } from './pool.ts';
export { openPythonPool } from './pool.ts';
