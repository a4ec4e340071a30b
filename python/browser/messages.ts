import type { RunRequest, Trace } from '../protocol.ts';

/** What a page hands over to its worker as bytes, so that the worker itself need not reach the network. */
export const handedOver = ['pyodide.asm.wasm', 'library.zip', 'pyladder.zip', 'pyodide-lock.json'] as const;

/** The scripts that the worker imports by their addresses. */
export const imported = ['pyodide.mjs', 'pyodide.asm.mjs'] as const;

/** A file that a page fetches to run Python. */
export type PageFileName = (typeof handedOver)[number] | (typeof imported)[number];

export type HandedOver = Record<(typeof handedOver)[number], Uint8Array<ArrayBuffer>>;

/** A program to run, and how many of its steps are wanted; 0 costs nothing. */
export type PageRequest = RunRequest & { steps: number };

/** `base` is the absolute address below which the files lie, with a slash at its end. */
export type ToWorker =
  | { kind: 'start'; base: string; files: HandedOver }
  | { kind: 'run'; id: number; request: PageRequest };

/** What a worker says: ready once (or that it cannot start), then for each program its end. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'failed'; why: string }
  | { kind: 'ended'; id: number; trace: Trace; reusable: boolean };
