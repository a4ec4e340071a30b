import type { RaisedException } from '../protocol.ts';

/** How a program in the sandbox ended, by its own account (inside/main.py). */
export type NativeReport =
  | { status: 'not-applicable'; misconception: string; why: string }
  | ({ milliseconds: number; picture: Uint8Array | null } & (
      | { status: 'finished'; applied: string[] }
      | { status: 'raised'; exception: RaisedException; applied: string[] }
      | { status: 'exhausted' }
    ));

/** Reads a report. A program can reach the place where it is written: what has not the form of one is null. */
export function readReport(line: string): NativeReport | null {
  const told = parse(line);
  if (!isRecord(told)) return null;
  const { status, misconception, why, milliseconds, applied, exception } = told;
  if (status === 'not-applicable') {
    return typeof misconception === 'string' && typeof why === 'string' ? { status, misconception, why } : null;
  }
  const picture = typeof told.picture === 'string' ? Buffer.from(told.picture, 'base64') : null;
  if (typeof milliseconds !== 'number') return null;
  if (status === 'exhausted') return { status, milliseconds, picture };
  if (!isListOfTexts(applied)) return null;
  if (status === 'finished') return { status, milliseconds, picture, applied };
  if (status !== 'raised' || !isException(exception)) return null;
  return { status, milliseconds, picture, applied, exception };
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
