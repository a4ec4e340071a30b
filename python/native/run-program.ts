import type { RunLimits, StopReason } from '../protocol.ts';
import type { NativeOutcome, NativeRequest, NativeTracing } from './native-python.ts';
import type { NativeNeed } from './needs.ts';
import { type NativeReport, readReport } from './report.ts';
import { give, type Sandbox, sourcesArchive, startSandbox } from './sandbox.ts';
import { ended } from './sources.ts';
import { measureSandbox } from './usage.ts';

const measureEveryMilliseconds = 50;
/** A program that waits uses no processor time; it may be late by this factor, and then it is stopped, too. */
const wallFactor = 5;
/** How long a sandbox with its services may take until the program begins. */
const startMilliseconds = 120_000;
/** A picture of the largest size, as text, fits in. */
const reportBytes = 32 * 1024 * 1024;

const script = `
import sys
sys.path.insert(0, "${sourcesArchive}")
import inside.main
sys.path.pop(0)
inside.main.main()
`;

/** One program, whose sandbox the caller may end at any time. */
export type ProgramRun = { told: Promise<NativeTracing>; sandbox: Sandbox };

type Program = {
  request: NativeRequest;
  /** How many of its steps to tell, at most. */
  steps: number;
  needs: readonly NativeNeed[];
  limits: RunLimits;
  sources: Uint8Array;
};

/** Runs one program in a sandbox of its own. @throws Error if the sandbox or a service cannot start */
export function runProgram({ request, steps, needs, limits, sources }: Program): ProgramRun {
  const sandbox = startSandbox({ needs, hashSeed: request.hashSeed ?? 0, script, sources });
  const { code, misconceptions } = request;
  give(sandbox.request, JSON.stringify({ program: { code, misconceptions, steps }, needs, limits }));
  give(sandbox.stdin, request.stdin);
  return { told: watch(sandbox, limits), sandbox };
}

async function watch(sandbox: Sandbox, limits: RunLimits): Promise<NativeTracing> {
  const output = collect(sandbox, limits.outputBytes, () => stop('output'));
  const report = listen(sandbox, begin, () => stop('crash'));
  const end = ended(sandbox);
  // It is awaited below; until then a failure is nobody's yet.
  end.catch(() => null);
  const late = setTimeout(() => stop('time'), startMilliseconds);
  let why: StopReason | null = null;
  let began: number | null = null;
  let measuring: NodeJS.Timeout | undefined;

  function stop(reason: StopReason): void {
    why ??= reason;
    sandbox.process.kill('SIGKILL');
  }
  /** What the services have used until now is not the program's. */
  function begin(): void {
    const beginning = performance.now();
    began = beginning;
    clearTimeout(late);
    const before = measureSandbox(firstProcess).milliseconds;
    measuring = setInterval(() => {
      const { memoryBytes, milliseconds } = measureSandbox(firstProcess, limits.heapBytes);
      if (memoryBytes > limits.heapBytes) stop('memory');
      else if (milliseconds - before >= limits.milliseconds) stop('time');
      else if (performance.now() - beginning >= limits.milliseconds * wallFactor) stop('time');
    }, measureEveryMilliseconds);
  }

  const noProcess = -1;
  // Told before the program begins, or never.
  const firstProcess = await sandbox.firstProcess.catch(() => noProcess);
  report.start();
  try {
    await end;
  } finally {
    clearTimeout(late);
    clearInterval(measuring);
  }
  if (began === null) throw new Error(`the sandbox could not run a program: ${output.errors().trim()}`);
  const stdout = output.text();
  const told = readReport(report.line());
  if (why !== null || told === null) {
    const milliseconds = performance.now() - began;
    const outcome: NativeOutcome = { status: 'stopped', reason: why ?? 'crash', stdout, milliseconds, picture: null };
    return { outcome, steps: [], cut: false };
  }
  return tracingOf(told, stdout);
}

/** Takes what is written to standard output and, for a sandbox that fails, to standard error; both count. */
function collect({ stdout, stderr }: Sandbox, limitBytes: number, overflowed: () => void) {
  const parts: Record<'out' | 'error', Buffer[]> = { out: [], error: [] };
  let bytes = 0;
  function take(kind: 'out' | 'error', chunk: Buffer): void {
    parts[kind].push(chunk.subarray(0, Math.max(0, limitBytes - bytes)));
    bytes += chunk.length;
    if (bytes > limitBytes) overflowed();
  }
  stdout.on('data', (chunk: Buffer) => take('out', chunk));
  stderr.on('data', (chunk: Buffer) => take('error', chunk));
  return {
    // A character that the limit cut in two is left out.
    text: () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(parts.out), { stream: true }),
    errors: () => Buffer.concat(parts.error).toString(),
  };
}

/** Hears the two lines of the report: that the program begins, and how it ended. */
function listen({ report }: Sandbox, begins: () => void, overflowed: () => void) {
  let text = '';
  let hasBegun = false;
  return {
    start() {
      report.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (!hasBegun && text.includes('\n')) {
          hasBegun = true;
          begins();
        }
        if (text.length > reportBytes) {
          text = '';
          overflowed();
        }
      });
    },
    line: () => text.split('\n')[1] ?? '',
  };
}

function tracingOf(told: NativeReport, stdout: string): NativeTracing {
  if (told.status === 'not-applicable') return { outcome: { ...told, picture: null }, steps: [], cut: false };
  const { trace, ...ending } = told;
  const outcome: NativeOutcome =
    ending.status === 'exhausted' ? { ...ending, status: 'stopped', reason: 'memory', stdout } : { ...ending, stdout };
  return { outcome, ...trace };
}
