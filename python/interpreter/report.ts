import type { RunOutcome, StopReason, TraceStep } from '../protocol.ts';

/** What the runner's Python reports about a program (runner/program.py). */
export type Report = (
  | { status: 'finished'; applied: string[] }
  | { status: 'raised'; exception: { type: string; message: string; line: number | null }; applied: string[] }
  | { status: 'exhausted' }
  | { status: 'not-applicable'; misconception: string; why: string }
) & { trace?: { steps: TraceStep[]; cut: boolean } };

/** What is known of a program's end besides the report; `reason` is null if it ended by itself. */
export type Circumstances = { milliseconds: number; reason: StopReason | null; stdout: string };

/** What happened to a program, as the protocol tells it. */
export function outcomeOf(told: Report, { milliseconds, reason, stdout }: Circumstances): RunOutcome {
  if (reason !== null) return { status: 'stopped', reason, stdout, milliseconds };
  switch (told.status) {
    case 'finished':
      return { status: 'finished', stdout, milliseconds, applied: told.applied };
    case 'raised':
      return { status: 'raised', stdout, exception: told.exception, milliseconds, applied: told.applied };
    case 'exhausted':
      return { status: 'stopped', reason: 'memory', stdout, milliseconds };
    case 'not-applicable':
      return { status: told.status, misconception: told.misconception, why: told.why };
  }
}
