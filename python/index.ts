export { type Misconception, misconceptions } from './misconceptions.ts';
export type {
  PythonVersion,
  RaisedException,
  RunLimits,
  RunOutcome,
  RunRequest,
  StopReason,
  Trace,
  TraceStep,
} from './protocol.ts';
export { defaultRunLimits, mostTraceSteps, pythonVersions } from './protocol.ts';
