import type { RaisedException, TraceStep } from '../protocol.ts';

/** How a program in the sandbox ended, by its own account (inside/main.py). */
export type NativeReport =
  | { status: 'not-applicable'; misconception: string; why: string }
  | ({ milliseconds: number; picture: Uint8Array | null; trace: NativeTrace } & (
      | { status: 'finished'; applied: string[] }
      | { status: 'raised'; exception: RaisedException; applied: string[] }
      | { status: 'exhausted' }
    ));

/** What it did on its way; no steps if none were asked for. */
export type NativeTrace = { steps: TraceStep[]; cut: boolean };

/** Reads a report. A program can reach the place where it is written: what has not the form of one is null. */
export function readReport(line: string): NativeReport | null {
  const told = parse(line);
  if (!isRecord(told)) return null;
  const { status, misconception, why, milliseconds, applied, exception } = told;
  if (status === 'not-applicable') {
    return typeof misconception === 'string' && typeof why === 'string' ? { status, misconception, why } : null;
  }
  const picture = typeof told.picture === 'string' ? Buffer.from(told.picture, 'base64') : null;
  const trace = told.trace ?? { steps: [], cut: false };
  if (typeof milliseconds !== 'number' || !isTrace(trace)) return null;
  const common = { milliseconds, picture, trace };
  if (status === 'exhausted') return { ...common, status };
  if (!isListOfTexts(applied)) return null;
  if (status === 'finished') return { ...common, status, applied };
  if (status !== 'raised' || !isException(exception)) return null;
  return { ...common, status, applied, exception };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isException(value: unknown): value is RaisedException {
  if (!isRecord(value)) return false;
  const isLine = value.line === null || Number.isInteger(value.line);
  return typeof value.type === 'string' && typeof value.message === 'string' && isLine;
}

function isTrace(value: unknown): value is NativeTrace {
  return isRecord(value) && typeof value.cut === 'boolean' && Array.isArray(value.steps) && value.steps.every(isStep);
}

function isStep(value: unknown): value is TraceStep {
  if (!isRecord(value)) return false;
  const { event, line, call, written, function: name, changed, shared, value: given } = value;
  return (
    (event === 'line' || event === 'return' || event === 'yield' || event === 'raise') &&
    [line, call, written].every(Number.isInteger) &&
    typeof name === 'string' &&
    [changed, shared].every((values) => isRecord(values) && Object.values(values).every(isTextOrNull)) &&
    isTextOrNull(given)
  );
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
