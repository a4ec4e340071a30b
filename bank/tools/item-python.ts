import type { PythonVersion, RunRequest } from '@pyladder/python';
import type { PythonPool } from '@pyladder/python/node';

/** The Python that the programs of an item run on. */
export type ItemPython = PythonPool & {
  /** The only CPython lines that it can speak for. Absent: all that a template lets in. */
  lines?: readonly PythonVersion[];
  /** Where tools of this room look at programs. Absent: here, too. */
  toolPython?: PythonPool;
  /** What a program leaves on the screen, as a PNG file; null if nothing. Absent: there is no screen. */
  photograph?(hashSeed: number, request: RunRequest, signal?: AbortSignal): Promise<Uint8Array | null>;
};
