import { keepFiles } from './files.ts';
import { keepHeap } from './heap.ts';
import type { Pyodide } from './pyodide.ts';
import { sealJavaScript } from './seal.ts';
import { connectStreams, makeOwnOutput, type Streams } from './streams.ts';

/** What the runner's Python (runner/program.py) is asked. */
export type Program = { code: string; misconceptions: string[]; steps: number };

/** A program's end: `report` as the runner gave it, and whether the next program may use the interpreter. */
export type Ending = { report: string; memoryRefused: boolean; reusable: boolean; milliseconds: number };

/** One CPython that runs programs one after another, each from the same state. */
export type Interpreter = { run(program: Program, streams: Streams, heapBytes: number): Ending };

/** A CPython that has just been loaded, and what its surroundings (Node or a browser) bring. */
export type LoadedPython = {
  pyodide: Pyodide;
  /** Where this room's packages lie in its file system. */
  place: string;
  /** A 2 in its first place is Ctrl-C. */
  interrupt: Record<number, number>;
  restartEntropy: () => void;
  /** Time that this thread has used so far. */
  usedMilliseconds: () => number;
  /** Whether two pieces of the heap hold the same bytes; one that always says no is right and slow. */
  isSame: (a: Uint8Array, b: Uint8Array) => boolean;
};

// Uses what a program can use, so that whatever is made at first use exists before the state is kept.
const rehearsal =
  'try:\n    print(input(), 1 / 0)\nexcept ZeroDivisionError as e:\n    print(e)\nraise ValueError("é")';

const imports = (place: string) => `
import sys
sys.path.insert(0, '${place}')
import runner.program, runner.bridge
sys.path.remove('${place}')
# Pyodide puts the current folder in front at every start, so one that starts from memory would have it twice.
sys.path[:] = dict.fromkeys(sys.path)
`;

const settle = `
import runner.bridge, runner.program
runner.program.settle()
runner.bridge.close_bridge()
`;

/** Imports what runs programs from where it lies; at once if the interpreter's memory has it already. */
export function importRunner(pyodide: Pyodide, place: string): void {
  pyodide.runPython(imports(place));
}

/** Makes a loaded CPython take programs, and empties the thread around it of everything else. */
export function settleInterpreter(loaded: LoadedPython): Interpreter {
  const { pyodide, place, interrupt, restartEntropy, usedMilliseconds, isSame } = loaded;
  importRunner(pyodide, place);
  const runProgram = pyodide.runPython('import runner.program\nrunner.program.run');
  pyodide.runPython(settle);
  pyodide.setInterruptBuffer(interrupt);
  // These devices have a buffer in JavaScript, which no rewinding reaches. `os.urandom` does not need them.
  for (const device of ['/dev/random', '/dev/urandom']) pyodide.FS.unlink(device);
  sealJavaScript();
  const beginStreams = connectStreams(pyodide);
  beginStreams({ input: 'x\n', output: makeOwnOutput(1000), overflowed: () => undefined });
  runProgram(JSON.stringify({ code: rehearsal, misconceptions: [], steps: 0 }));
  const files = keepFiles(pyodide.FS);
  const heap = keepHeap(pyodide, isSame);

  return {
    run(program, streams, heapBytes) {
      restartEntropy();
      beginStreams(streams);
      interrupt[0] = 0;
      const before = usedMilliseconds();
      const { value, refused } = heap.withLimit(heapBytes, () => runProgram(JSON.stringify(program)));
      const milliseconds = usedMilliseconds() - before;
      const reusable = files.restore() && heap.rewind();
      return { report: value, memoryRefused: refused, reusable, milliseconds };
    },
  };
}
