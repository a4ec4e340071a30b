/** Bytes that are the same for the same seed, for whatever asks this thread for randomness. */
export type Entropy = { fill: <T extends ArrayBufferView>(view: T) => T; restart: () => void };

/**
 * Takes the place of the machine's randomness: the same bytes before every run, others for another seed. So a program's
 * unseeded `random` repeats to the byte under one seed. Mulberry32 is good enough: nothing here is a secret.
 */
export function makeEntropy(seed: number): Entropy {
  let state = seed;
  function nextByte(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  }
  return {
    fill(view) {
      new Uint8Array(view.buffer, view.byteOffset, view.byteLength).forEach((_, i, bytes) => {
        bytes[i] = nextByte();
      });
      return view;
    },
    restart() {
      state = seed;
    },
  };
}
