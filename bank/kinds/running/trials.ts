import type { RaisedException, RunOutcome } from '@pyladder/python';
import { runTool, ToolStopped } from '../../tools/run-tool.ts';
import type { KindTools } from '../kind.ts';

/** The program made otherwise than its author did: gaps filled, a line put, lines ordered. */
export type Attempt = { code: string };

/** An attempt with what it does. */
export type Trial<A extends Attempt> = A & { outcome: RunOutcome };

/** One CPython is enough to see that an attempt fails; what succeeds is proven on all. */
const version = '3.14';
const hashSeed = 0;

/** A template's own program takes less than 200 ms (a gate); what takes longer waits for something that never comes. */
const limits = { milliseconds: 250, outputBytes: 4_000 };

/** Attempts that never end cost a hundred times what others do. */
const mostEndless = 24;
const atATime = 24;

type Fault = [type: string, message: string, line: number | null];

/** What every attempt reads, and the author's own program with what it was proven to do: it is not judged anew. */
export type Setting = { stdin: string; proven?: { code: string; outcome: RunOutcome } };

/**
 * Runs every attempt once, in their order; those that are no Python are told from those that are in one run.
 *
 * @returns null if too many never end
 */
export async function runAttempts<A extends Attempt>(
  attempts: readonly A[],
  { stdin, proven }: Setting,
  tools: Pick<KindTools, 'python' | 'signal'>,
): Promise<Trial<A>[] | null> {
  const { python, signal } = tools;
  const programs = [...new Set(attempts.map(({ code }) => code))].filter((code) => code !== proven?.code);
  const faults = await findFaults(programs, tools);
  const outcomes = new Map<string, RunOutcome>(proven === undefined ? [] : [[proven.code, proven.outcome]]);
  const runnable = programs.filter((code, index) => {
    const fault = faults[index];
    if (fault !== null && fault !== undefined) outcomes.set(code, refuse(fault));
    return fault === null;
  });
  for (let start = 0, endless = 0; start < runnable.length; start += atATime) {
    const chunk = runnable.slice(start, start + atATime);
    const ran = await Promise.all(
      chunk.map((code) => python.run(version, hashSeed, { code, stdin, misconceptions: [], limits }, signal)),
    );
    for (const [index, code] of chunk.entries()) {
      const outcome = ran[index];
      if (outcome !== undefined) outcomes.set(code, outcome);
    }
    endless += ran.filter((outcome) => outcome.status === 'stopped' && outcome.reason === 'time').length;
    if (endless > mostEndless) return null;
  }
  return attempts.flatMap((attempt) => {
    const outcome = outcomes.get(attempt.code);
    return outcome === undefined ? [] : [{ ...attempt, outcome }];
  });
}

/** Runs an attempt as Python would be under a set of beliefs. */
export function runBelieved(
  { code }: Attempt,
  { stdin, misconceptions }: { stdin: string; misconceptions: string[] },
  { python, signal }: Pick<KindTools, 'python' | 'signal'>,
): Promise<RunOutcome> {
  return python.run(version, hashSeed, { code, stdin, misconceptions, limits }, signal);
}

/** What CPython says of programs before it runs them; nothing where it breaks on one of them: then each is run for itself. */
async function findFaults(
  programs: readonly string[],
  { python, signal }: Pick<KindTools, 'python' | 'signal'>,
): Promise<(Fault | null)[]> {
  try {
    return await runTool<(Fault | null)[]>(python, 'compile', { programs }, signal);
  } catch (error) {
    if (error instanceof ToolStopped) return programs.map(() => null);
    throw error;
  }
}

/** As the run of a program that is no Python ends. */
function refuse([type, message, line]: Fault): RunOutcome {
  const exception: RaisedException = { type, message, line };
  return { status: 'raised', stdout: '', exception, milliseconds: 0, applied: [] };
}
