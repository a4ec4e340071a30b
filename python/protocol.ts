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

/**
 * One entry of a trace: what the program had done when it came to a line, or when it left a call.
 *
 * A line is the first of a statement or of a block's head (`for …:`); a statement is entered once, however many lines
 * it has. `return` and `yield` have the value given back, `raise` the exception that left the call; the end of the program itself is
 * a `return` or a `raise`, too. Values are short texts, as Python shows them where that needs no code of the
 * program; what is left out of one is marked by "…".
 */
export type TraceStep = {
  event: 'line' | 'return' | 'yield' | 'raise';
  line: number;
  /** Such as `area` or `Circle.area`; '' outside of functions. */
  function: string;
  /** Which call this is, counted from the first; 0 is the program itself. */
  call: number;
  /** Variables of this call that are new or have changed since its entry before; null: gone. */
  changed: Record<string, string | null>;
  /** The same of the program's own variables, if this is not its own call. */
  shared: Record<string, string | null>;
  value: string | null;
  /** Length of what was on standard output by then. */
  written: number;
};

/** What a program did, step by step; `cut` if it did more than is told, or took its tracer away. */
export type Trace = { outcome: RunOutcome; steps: TraceStep[]; cut: boolean };

/** How many steps of a program are told; a person reads fewer. */
export const mostTraceSteps = 2000;
