import type { Pyodide } from './pyodide.ts';

/** The one method that is stepped in front of; the compiler's libraries for Node do not know WebAssembly. */
declare const WebAssembly: { Memory: { prototype: { grow(pages: number): number } } };

/** Room for a program of ordinary size, so that its heap need not grow (a grown heap cannot be rewound). */
const readyBytes = 48 * 1024 * 1024;

/** Compared and put back as one. A program touches about a thirtieth of the heap, here and there. */
const chunkBytes = 64 * 1024;

/** The interpreter's heap: how far it may grow during a run, and the way back to how it was. */
export type Heap = {
  /** Lets `act` grow the heap up to `limitBytes`; tells whether it wanted more. */
  withLimit<T>(limitBytes: number, act: () => T): { value: T; refused: boolean };
  /**
   * Puts back every byte that means anything: all but those of the stack that no program has reached.
   * False if the heap has grown, so that the interpreter must be thrown away.
   */
  rewind(): boolean;
};

/** Whether two pieces of memory of the same length hold the same bytes. */
type IsSame = (a: Uint8Array, b: Uint8Array) => boolean;

/** The heap now, as it was kept, and how the two are compared. */
type Copies = { heap: Uint8Array; kept: Uint8Array; isSame: IsSame };

/** Keeps the heap of an interpreter as it is now. To be called with no Python on the stack. */
export function keepHeap({ _module: wasm }: Pyodide, isSame: IsSame): Heap {
  if (wasm.HEAPU8.length < readyBytes) wasm.growMemory(readyBytes);
  const bytes = wasm.HEAPU8.length;
  const usedBytes = wasm._sbrk(0);
  const kept = wasm.HEAPU8.slice(0, usedBytes);
  // The stack lies in the middle, growing downwards; half of all bytes are its own, and most are never used.
  const stack = { end: wasm._emscripten_stack_get_end(), base: wasm._emscripten_stack_get_base() };
  return {
    withLimit: (limitBytes, act) => withMemoryLimit(wasm, limitBytes, act),
    rewind() {
      if (wasm.HEAPU8.length !== bytes) return false;
      wasm.HEAPU8.fill(0, usedBytes, Math.max(usedBytes, wasm._sbrk(0)));
      const copies = { heap: wasm.HEAPU8, kept, isSame };
      putBack(copies, { from: 0, to: stack.end });
      putBackStack(copies, stack);
      putBack(copies, { from: stack.base, to: usedBytes });
      return true;
    },
  };
}

/** Reading is cheaper than writing: only what differs is written. */
function putBack(copies: Copies, { from, to }: { from: number; to: number }): void {
  for (let start = from; start < to; start += chunkBytes) putBackChunk(copies, start, Math.min(start + chunkBytes, to));
}

/** From where the stack begins down to the first chunk that no program has changed; below it is what none has reached. */
function putBackStack(copies: Copies, { end, base }: { end: number; base: number }): void {
  let stop = base;
  while (stop > end && putBackChunk(copies, Math.max(stop - chunkBytes, end), stop)) stop -= chunkBytes;
}

/** Whether there was anything to put back. */
function putBackChunk({ heap, kept, isSame }: Copies, start: number, stop: number): boolean {
  const wanted = kept.subarray(start, stop);
  if (isSame(heap.subarray(start, stop), wanted)) return false;
  heap.set(wanted, start);
  return true;
}

/**
 * Refuses to grow WebAssembly memory beyond a limit while `act` runs. The allocator inside takes the
 * refusal for a machine without memory, so Python raises its ordinary MemoryError.
 */
function withMemoryLimit<T>(
  wasm: Pyodide['_module'],
  limitBytes: number,
  act: () => T,
): { value: T; refused: boolean } {
  const { grow } = WebAssembly.Memory.prototype;
  let refused = false;
  WebAssembly.Memory.prototype.grow = function limitedGrow(pages) {
    if (wasm.HEAPU8.length + pages * 65_536 <= limitBytes) return grow.call(this, pages);
    refused = true;
    throw new RangeError('the heap may not grow further');
  };
  try {
    return { value: act(), refused };
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
}
