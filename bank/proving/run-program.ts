import { type PythonVersion, pythonVersions, type RaisedException, type RunOutcome } from '@pyladder/python';
import type { PythonPool } from '@pyladder/python/node';
import { askValue, readValue, sessionOf } from './harness.ts';
import { hideAddresses } from './likeness.ts';
import { raisedTruth, sameTruth, type Truth } from './truth.ts';

/** One way to take a question's program. */
export type Reading = {
  source: string;
  /** `script` prints what it prints, `session` also shows the values of expressions, `value` asks for one value. */
  mode: 'script' | 'session' | 'value';
  /** The expression whose value is asked for in mode `value`. */
  target: string;
  /** Whether it can only speak for the key: a way to take the program that few would. */
  isGenerous?: boolean;
};

/** What happened on each CPython line under each hash seed. */
export type Runs =
  | { agree: true; truth: Truth }
  | { agree: false; on: 'version' | 'seed'; runs: { python: PythonVersion; hashSeed: number; truth: Truth }[] }
  | { agree: 'unknown'; why: string };

const hashSeeds = [0, 1] as const;
const limits = { milliseconds: 2000, outputBytes: 20_000 };

/** Runs one reading of a program on all CPython lines, each under two hash seeds; only once if it does not end. */
export async function runReading(reading: Reading, python: PythonPool, signal?: AbortSignal): Promise<Runs> {
  const code = codeOf(reading);
  const run = async (version: PythonVersion, hashSeed: number) => {
    const outcome = await python.run(version, hashSeed, { code, stdin: '', misconceptions: [], limits }, signal);
    return { python: version, hashSeed, truth: truthOf(outcome, reading) };
  };
  const first = await run('3.14', 0);
  if (first.truth === null)
    return { agree: 'unknown', why: 'it used more memory than it may, or broke the interpreter' };
  if (first.truth.outcome === 'endless') return { agree: true, truth: first.truth };
  const others = await Promise.all(
    pythonVersions.flatMap((version) =>
      hashSeeds.map((seed) => (version === '3.14' && seed === 0 ? first : run(version, seed))),
    ),
  );
  const runs = others.flatMap(({ truth, ...where }) => (truth === null ? [] : [{ ...where, truth }]));
  if (runs.length < others.length) return { agree: 'unknown', why: 'it broke the interpreter on some version' };
  const truth = first.truth;
  if (runs.every((other) => sameTruth(other.truth, truth))) return { agree: true, truth };
  const bySeed = hashSeeds.map((seed) => runs.filter(({ hashSeed }) => hashSeed === seed));
  const isSeed = runs.some((a) => bySeed.flat().some((b) => a.python === b.python && !sameTruth(a.truth, b.truth)));
  return { agree: false, on: isSeed ? 'seed' : 'version', runs };
}

function codeOf({ source, mode, target }: Reading): string {
  if (mode === 'script') return source;
  return mode === 'session' ? sessionOf(source) : askValue(source, target);
}

/** The sandbox is a machine of 32 bits; what is too large for that says nothing of other machines. */
function isOfSmallMachine({ type, message }: RaisedException): boolean {
  return type === 'OverflowError' && /index-sized|C (?:ssize_t|long|int|size_t)/.test(message);
}

/** Null where nothing can be said. */
function truthOf(outcome: RunOutcome, { mode }: Reading): Truth | null {
  switch (outcome.status) {
    case 'finished': {
      const value = mode === 'value' ? readValue(outcome.stdout) : null;
      if (value === null) return { outcome: 'printed', texts: [hideAddresses(outcome.stdout)], type: null };
      const { printed, shown, text, type } = value;
      const texts = [shown, text].map((part) => hideAddresses(part));
      const withPrinted = printed === '' ? [] : texts.map((part) => hideAddresses(`${printed}${part}`));
      return { outcome: 'printed', texts: [...new Set([...texts, ...withPrinted])], type };
    }
    case 'raised':
      if (isOfSmallMachine(outcome.exception)) return null;
      return raisedTruth(outcome.exception.type, hideAddresses(outcome.stdout));
    case 'stopped':
      return outcome.reason === 'time' || outcome.reason === 'output' ? { outcome: 'endless' } : null;
    case 'not-applicable':
      return null;
  }
}
