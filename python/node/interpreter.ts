import { type Interpreter, settleInterpreter } from '../interpreter/interpreter.ts';
import type { PythonVersion } from '../protocol.ts';
import type { Bytecode } from './bytecode.ts';
import { replaceEntropy } from './entropy.ts';
import { loadPyodide } from './pyodide.ts';
import { readSnapshot } from './snapshot.ts';
import { mountRunner } from './sources.ts';

/** Which CPython, and how it is to be interrupted: a 2 in `interrupt` is Ctrl-C. */
export type InterpreterOptions = {
  version: PythonVersion;
  hashSeed: number;
  interrupt: SharedArrayBuffer;
  /** Null if everything is to be compiled from source. */
  bytecode: Bytecode | null;
  /** A file with the memory to start from (snapshot.ts), if there is one. */
  snapshot: string | null;
};

/**
 * Starts an interpreter in this thread, which is its own from then on. Takes about a fifth of a second from a snapshot, half
 * a second with bytecode, two without.
 */
export async function startInterpreter({
  version,
  hashSeed,
  interrupt,
  bytecode,
  snapshot,
}: InterpreterOptions): Promise<Interpreter> {
  const restartEntropy = replaceEntropy(hashSeed);
  const memory = snapshot === null ? null : readSnapshot(snapshot);
  const pyodide = await loadPyodide({ version, hashSeed, library: bytecode?.library, snapshot: memory });
  // Kept from before the thread is emptied. Processor time: a busy machine must not make a quick program slow.
  const usedMicroseconds = process.threadCpuUsage.bind(process);
  return settleInterpreter({
    pyodide,
    place: mountRunner(pyodide.FS, bytecode),
    interrupt: new Uint8Array(interrupt),
    restartEntropy,
    usedMilliseconds() {
      const { user, system } = usedMicroseconds();
      return (user + system) / 1000;
    },
    isSame: (a, b) => Buffer.compare(a, b) === 0,
  });
}
