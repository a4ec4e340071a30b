export { type Misconception, misconceptions } from './misconceptions.ts';
export type { PythonVersion, RaisedException, RunLimits, RunOutcome, RunRequest, StopReason } from './protocol.ts';
export { defaultRunLimits, pythonVersions } from './protocol.ts';
