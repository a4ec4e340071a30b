import crypto from 'node:crypto';

/**
 * Takes the place of the machine's randomness in this thread: the same bytes before every run, others
 * for another seed. So a program's unseeded `random` repeats to the byte under one seed and is found
 * out by comparing seeds. Mulberry32 is good enough: nothing here is a secret.
 *
 * @returns a function that starts the bytes anew
 */
export function replaceEntropy(seed: number): () => void {
  let state = seed;
  function nextByte(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  }
  function fill<T extends ArrayBufferView>(view: T): T {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).forEach((_, i, bytes) => {
      bytes[i] = nextByte();
    });
    return view;
  }
  // Pyodide asks the first; the second is there for whatever else may want random bytes in this thread.
  Object.defineProperty(crypto, 'randomFillSync', { value: fill });
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: fill });
  return () => {
    state = seed;
  };
}
