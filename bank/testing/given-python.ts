import { openPythonPool } from '@pyladder/python/node';

/**
 * Interpreters for all test files that one worker of the tests runs one after another (vitest.config.ts keeps their modules):
 * eight of them take longer to start than most files take. They end with the worker.
 */
export const python = openPythonPool();
