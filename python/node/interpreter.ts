import { readFileSync } from 'node:fs';
import type { PythonVersion } from '../protocol.ts';
import type { Bytecode } from './bytecode.ts';
import { replaceEntropy } from './entropy.ts';
import { keepFiles } from './files.ts';
import { keepHeap } from './heap.ts';
import { type FileSystem, loadPyodide } from './pyodide.ts';
import { sealJavaScript } from './seal.ts';
import { mountSources, readSources, sourcesArchive, sourcesFolder } from './sources.ts';
import { connectStreams, makeOutput, type Streams } from './streams.ts';

/** Which CPython, and how it is to be interrupted: a 2 in `interrupt` is Ctrl-C. */
export type InterpreterOptions = {
  version: PythonVersion;
  hashSeed: number;
  interrupt: SharedArrayBuffer;
  /** Null if everything is to be compiled from source. */
  bytecode: Bytecode | null;
};

/** What the runner's Python (runner/program.py) is asked. */
export type Program = { code: string; misconceptions: string[]; steps: number };

/** A program's end: `report` as the runner gave it, and whether the next program may use the interpreter. */
export type Ending = { report: string; memoryRefused: boolean; reusable: boolean; milliseconds: number };

/** One CPython that runs programs one after another, each from the same state. */
export type Interpreter = { run(program: Program, streams: Streams, heapBytes: number): Ending };

// Uses what a program can use, so that whatever is made at first use exists before the state is kept.
const rehearsal =
  'try:\n    print(input(), 1 / 0)\nexcept ZeroDivisionError as e:\n    print(e)\nraise ValueError("é")';

const start = (place: string) => `
import sys
sys.path.insert(0, '${place}')
import runner.program, runner.bridge
sys.path.remove('${place}')
runner.program.run
`;

const settle = `
import runner.bridge, runner.program
runner.program.settle()
runner.bridge.close_bridge()
`;

/** Starts an interpreter in this thread, which is its own from then on. Takes about half a second with bytecode, two without. */
export async function startInterpreter({
  version,
  hashSeed,
  interrupt,
  bytecode,
}: InterpreterOptions): Promise<Interpreter> {
  const restartEntropy = replaceEntropy(hashSeed);
  const pyodide = await loadPyodide({ version, hashSeed, library: bytecode?.library });
  const runProgram = pyodide.runPython(start(mountRunner(pyodide.FS, bytecode)));
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
  runProgram(JSON.stringify({ code: rehearsal, misconceptions: [], steps: 0 }));
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

/** Gives the interpreter this room's packages and tells where they lie. */
function mountRunner(files: FileSystem, bytecode: Bytecode | null): string {
  if (bytecode === null) {
    mountSources(files, readSources());
    return sourcesFolder;
  }
  files.writeFile(sourcesArchive, readFileSync(bytecode.sources));
  return sourcesArchive;
}
