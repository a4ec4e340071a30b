import { makeEntropy } from '../interpreter/entropy.ts';
import { settleInterpreter } from '../interpreter/interpreter.ts';
import type { Pyodide } from '../interpreter/pyodide.ts';
import { outcomeOf, type Report } from '../interpreter/report.ts';
import { makeOwnOutput, readOutput } from '../interpreter/streams.ts';
import { defaultRunLimits, type StopReason, type Trace } from '../protocol.ts';
import { makeAlarm } from './alarm.ts';
import type { HandedOver, PageRequest } from './messages.ts';

export type { FromWorker, HandedOver, PageRequest, ToWorker } from './messages.ts';

/** CPython in a worker of a page. */
export type PageInterpreter = {
  /** Runs one program; `reusable` tells whether the next may run here. @throws if the interpreter itself dies */
  run(request: PageRequest): { trace: Trace; reusable: boolean };
};

/** Strings are hashed by this. */
const hashSeed = 0;
const archive = '/pyladder.zip';

type Loader = (options: object) => Promise<Pyodide>;

/**
 * Starts CPython in this worker, which is its own from then on: everything by which it could reach the network or the page
 * is taken away. `base` is the absolute address of the files.
 */
export async function startPageInterpreter(base: string, files: HandedOver): Promise<PageInterpreter> {
  const { fill, restart } = makeEntropy(hashSeed);
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: fill });
  answerFetch(base, files);
  const pyodide = await load(base);
  pyodide.FS.writeFile(archive, files['pyladder.zip']);
  const now = performance.now.bind(performance);
  const alarm = makeAlarm(now);
  const interpreter = settleInterpreter({
    pyodide,
    place: archive,
    interrupt: alarm.flag,
    restartEntropy: restart,
    usedMilliseconds: now,
    // To compare bytes here costs more than to write them.
    isSame: () => false,
  });
  return {
    run({ code, stdin, misconceptions, steps, limits }) {
      const { milliseconds: limit, outputBytes, heapBytes } = { ...defaultRunLimits, ...limits };
      const output = makeOwnOutput(outputBytes);
      let hasOverflowed = false;
      const overflowed = () => {
        hasOverflowed = true;
        alarm.pull();
      };
      alarm.arm(limit);
      const streams = { input: stdin, output, overflowed };
      const ending = interpreter.run({ code, misconceptions, steps }, streams, heapBytes);
      const told: Report = JSON.parse(ending.report);
      const { milliseconds, memoryRefused, reusable } = ending;
      const reason = stopReason({ hasOverflowed, hasRung: alarm.hasRung(), memoryRefused });
      const outcome = outcomeOf(told, { milliseconds, reason, stdout: readOutput(output) });
      const trace = { outcome, steps: told.trace?.steps ?? [], cut: told.trace?.cut ?? false };
      return { trace, reusable };
    },
  };
}

type Signs = { hasOverflowed: boolean; hasRung: boolean; memoryRefused: boolean };

/** Why a program that came to an end must still count as stopped; null if it ended by itself. */
function stopReason({ hasOverflowed, hasRung, memoryRefused }: Signs): StopReason | null {
  if (hasOverflowed) return 'output';
  if (hasRung) return 'time';
  return memoryRefused ? 'memory' : null;
}

/** Pyodide fetches what it needs; it is given what the page has handed over, and nothing else. */
function answerFetch(base: string, files: HandedOver): void {
  const answers: Record<string, () => Response> = {
    'pyodide.asm.wasm': () =>
      new Response(files['pyodide.asm.wasm'], { headers: { 'content-type': 'application/wasm' } }),
    'library.zip': () => new Response(files['library.zip']),
    'pyodide-lock.json': () => new Response(files['pyodide-lock.json']),
  };
  const fetch = async (address: unknown): Promise<Response> =>
    answers[String(address).slice(base.length)]?.() ?? new Response(null, { status: 404 });
  Object.defineProperty(globalThis, 'fetch', { value: fetch, configurable: true });
}

async function load(base: string): Promise<Pyodide> {
  const address = `${base}pyodide.mjs`;
  const { loadPyodide }: { loadPyodide: Loader } = await import(/* @vite-ignore */ address);
  return loadPyodide({
    indexURL: base,
    stdLibURL: `${base}library.zip`,
    env: { HOME: '/home/pyodide', PYTHONHASHSEED: String(hashSeed) },
    jsglobals: { setTimeout: () => undefined, clearTimeout: () => undefined },
    stdin: () => null,
    stdout: () => undefined,
    stderr: () => undefined,
  });
}
