import type { PythonVersion } from '../protocol.ts';
import { replaceEntropy } from './entropy.ts';
import { keepFiles } from './files.ts';
import { keepHeap } from './heap.ts';
import { loadPyodide } from './pyodide.ts';
import { sealJavaScript } from './seal.ts';
import { mountPoint, mountSources } from './sources.ts';
import { connectStreams, makeOutput, type Streams } from './streams.ts';

/** Which CPython, and how it is to be interrupted: a 2 in `interrupt` is Ctrl-C. */
export type InterpreterOptions = { version: PythonVersion; hashSeed: number; interrupt: SharedArrayBuffer };

/** What the runner's Python (runner/program.py) is asked. */
export type Program = { code: string; misconceptions: string[] };

/** A program's end: `report` as the runner gave it, and whether the next program may use the interpreter. */
export type Ending = { report: string; memoryRefused: boolean; reusable: boolean; milliseconds: number };

/** One CPython that runs programs one after another, each from the same state. */
export type Interpreter = { run(program: Program, streams: Streams, heapBytes: number): Ending };

// Uses what a program can use, so that whatever is made at first use exists before the state is kept.
const rehearsal =
  'try:\n    print(input(), 1 / 0)\nexcept ZeroDivisionError as e:\n    print(e)\nraise ValueError("é")';

const start = `
import sys
sys.path.insert(0, '${mountPoint}')
import runner.program, runner.bridge
sys.path.remove('${mountPoint}')
runner.program.run
`;

const settle = `
import runner.bridge, runner.program
runner.program.settle()
runner.bridge.close_bridge()
`;

/** Starts an interpreter in this thread, which is its own from then on. Takes about two seconds. */
export async function startInterpreter({ version, hashSeed, interrupt }: InterpreterOptions): Promise<Interpreter> {
  const restartEntropy = replaceEntropy(hashSeed);
  const pyodide = await loadPyodide(version, hashSeed);
  mountSources(pyodide.FS);
  const runProgram = pyodide.runPython(start);
  pyodide.runPython(settle);
  const flag = new Uint8Array(interrupt);
  // Kept from before the thread is emptied. Processor time: a busy machine must not make a quick program slow.
  const usedMicroseconds = process.threadCpuUsage.bind(process);
  pyodide.setInterruptBuffer(flag);
  // These devices have a buffer in JavaScript, which no rewinding reaches. `os.urandom` does not need them.
  for (const device of ['/dev/random', '/dev/urandom']) pyodide.FS.unlink(device);
  sealJavaScript();
  const beginStreams = connectStreams(pyodide);
  beginStreams({ input: 'x\n', output: makeOutput(1000), overflowed: () => undefined });
  runProgram(JSON.stringify({ code: rehearsal, misconceptions: [] }));
  const files = keepFiles(pyodide.FS);
  const heap = keepHeap(pyodide);

  return {
    run(program, streams, heapBytes) {
      restartEntropy();
      beginStreams(streams);
      flag[0] = 0;
      const before = usedMicroseconds();
      const { value, refused } = heap.withLimit(heapBytes, () => runProgram(JSON.stringify(program)));
      const { user, system } = usedMicroseconds(before);
      const milliseconds = (user + system) / 1000;
      const reusable = files.restore() && heap.rewind();
      return { report: value, memoryRefused: refused, reusable, milliseconds };
    },
  };
}
