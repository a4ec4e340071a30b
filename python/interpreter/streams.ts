import type { Pyodide } from './pyodide.ts';

/** Output that both threads see: its length in the first four bytes, then the bytes. */
export function makeOutput(limitBytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 + limitBytes);
}

/** The same, for this thread alone: a page that is not isolated from others has no shared memory. */
export function makeOwnOutput(limitBytes: number): ArrayBuffer {
  return new ArrayBuffer(4 + limitBytes);
}

/** What was written so far; a character that the limit cut in two is left out. */
export function readOutput(output: ArrayBufferLike): string {
  const length = Atomics.load(new Int32Array(output, 0, 1), 0);
  // A copy: the decoder takes no shared memory.
  const bytes = new Uint8Array(output, 4, length).slice();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
}

/** A run's standard streams: `input` is read, `output` filled, `overflowed` called once when it is full. */
export type Streams = { input: string; output: ArrayBufferLike; overflowed: () => void };

/** Connects an interpreter's standard streams, for good; the function returned begins them anew for one run. */
export function connectStreams(pyodide: Pyodide): (streams: Streams) => void {
  let current: OpenStreams = openStreams({ input: '', output: makeOwnOutput(0), overflowed: () => undefined });
  const die = pyodide._api.fatal_error;
  pyodide._api.fatal_error = (cause) => {
    // A dying interpreter lists its stack on standard output, which the program did not write.
    current = openStreams({ input: '', output: makeOwnOutput(0), overflowed: () => undefined });
    return die(cause);
  };
  pyodide.setStdin({ read: (buffer) => current.read(buffer) });
  pyodide.setStdout({ write: (bytes) => current.take(bytes, 'keep') });
  // Standard error is not shown to anybody, but it must end as well.
  pyodide.setStderr({ write: (bytes) => current.take(bytes, 'count') });
  return (streams) => {
    current = openStreams(streams);
  };
}

type OpenStreams = {
  read(buffer: Uint8Array): number;
  take(bytes: Uint8Array, purpose: 'keep' | 'count'): number;
};

function openStreams({ input, output, overflowed }: Streams): OpenStreams {
  let unread = new TextEncoder().encode(input);
  const length = new Int32Array(output, 0, 1);
  const written = new Uint8Array(output, 4);
  let usedBytes = 0;
  let isFull = false;
  return {
    read(buffer) {
      const part = unread.subarray(0, buffer.length);
      buffer.set(part);
      unread = unread.subarray(part.length);
      return part.length;
    },
    take(bytes, purpose) {
      if (purpose === 'keep') {
        const part = bytes.subarray(0, Math.max(0, written.length - usedBytes));
        const end = Atomics.load(length, 0);
        written.set(part, end);
        Atomics.store(length, 0, end + part.length);
      }
      usedBytes += bytes.length;
      if (usedBytes > written.length && !isFull) {
        isFull = true;
        overflowed();
      }
      return bytes.length;
    },
  };
}
