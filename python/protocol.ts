/** The CPython lines that items are proven on, oldest first. */
export const pythonVersions = ['3.11', '3.12', '3.13', '3.14'] as const;

/** A CPython line that items are proven on. */
export type PythonVersion = (typeof pythonVersions)[number];

/** What a run may use before it is stopped. */
export type RunLimits = {
  /** Time in which the program must end. */
  milliseconds: number;
  /** Bytes it may write to standard output and standard error together. */
  outputBytes: number;
  /** Size that the interpreter's whole heap may reach; a heap that is ready for use has about 48 MiB. */
  heapBytes: number;
};

/** The limits of a run that names none. */
export const defaultRunLimits: Readonly<RunLimits> = {
  milliseconds: 2000,
  outputBytes: 20_000,
  heapBytes: 128 * 1024 * 1024,
};

/** One program to run, alone, in a fresh namespace. */
export type RunRequest = {
  /** Source, lines ended by "\n". */
  code: string;
  /** What `input()` reads; '' is the end of the file at once. */
  stdin: string;
  /** Ids of misconceptions, applied together in this order; none is real Python. */
  misconceptions: string[];
  limits?: Partial<RunLimits>;
};

/** The exception that ended a program; `line` counts from 1 and is null where no line of the program is at fault. */
export type RaisedException = { type: string; message: string; line: number | null };

/** Why a program was stopped before its end. */
export type StopReason = 'time' | 'memory' | 'output' | 'crash';

/**
 * What happened to one program. All are normal outcomes.
 *
 * `milliseconds` is processor time of the run, but for one that was stopped from outside: time on the clock.
 * `applied` lists the misconceptions that made a difference to what was executed: their rewriting
 * found a place in the program, or their stand-in for an operation was used while it ran.
 */
export type RunOutcome =
  | { status: 'finished'; stdout: string; milliseconds: number; applied: string[] }
  | { status: 'raised'; stdout: string; exception: RaisedException; milliseconds: number; applied: string[] }
  | { status: 'stopped'; reason: StopReason; stdout: string; milliseconds: number }
  | { status: 'not-applicable'; misconception: string; why: string };
