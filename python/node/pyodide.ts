import { fileURLToPath } from 'node:url';
import type { PythonVersion } from '../protocol.ts';

/** An entry of Pyodide's in-memory file system; directories hold entries by name, files hold bytes. */
export type FileNode = {
  mode: number;
  contents: Record<string, FileNode> | Uint8Array | null;
  usedBytes?: number;
  /** What happens when an open file is used; all files share one such object until one is given its own. */
  stream_ops?: { write?(...given: unknown[]): number };
};

/** The part of Emscripten's file system that is needed to look at it and to tidy it. */
export type FileSystem = {
  root: FileNode;
  streams: (object | null | undefined)[];
  chdir(path: string): void;
  chmod(path: string, mode: number): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  isDir(mode: number): boolean;
  mkdirTree(path: string): void;
  readFile(path: string): Uint8Array;
  writeFile(path: string, content: string | Uint8Array): void;
};

/** A Python function, held by JavaScript. */
export type PythonFunction = (...texts: string[]) => string;

/** The part of Pyodide that an interpreter needs; some of it is internal, so versions are pinned exactly. */
export type Pyodide = {
  FS: FileSystem;
  /** Called with the cause when the interpreter itself dies, before it writes its last words. */
  _api: { fatal_error(cause: unknown): never };
  _module: {
    HEAPU8: Uint8Array;
    growMemory(bytes: number): 1 | undefined;
    _sbrk(bytes: number): number;
    /** Where the stack begins; it grows downwards to its end. */
    _emscripten_stack_get_base(): number;
    _emscripten_stack_get_end(): number;
  };
  runPython(code: string): PythonFunction;
  setStdin(options: { read(buffer: Uint8Array): number }): void;
  setStdout(options: { write(bytes: Uint8Array): number }): void;
  setStderr(options: { write(bytes: Uint8Array): number }): void;
  setInterruptBuffer(flag: Uint8Array): void;
};

type LoadOptions = {
  env: Record<string, string>;
  jsglobals: object;
  stdLibURL?: string;
  stdin: () => null;
  stdout: () => void;
  stderr: () => void;
};

type Loader = (options: LoadOptions) => Promise<unknown>;

const loaders: Record<PythonVersion, () => Promise<{ loadPyodide: unknown }>> = {
  '3.11': () => import('pyodide-3.11'),
  '3.12': () => import('pyodide-3.12'),
  '3.13': () => import('pyodide-3.13'),
  '3.14': () => import('pyodide-3.14'),
};

/** All that Python is given of JavaScript. The event loop of 3.11 asks for timers when it is made; no program may use one. */
const globals = { setTimeout: () => undefined, clearTimeout: () => undefined };

/** Which CPython is started, and how. */
export type StartOptions = {
  version: PythonVersion;
  /** Strings are hashed by this. */
  hashSeed: number;
  /** The archive of the standard library, if it is not to be Pyodide's own (bytecode.ts). */
  library?: string | undefined;
};

/** Starts a plain CPython. */
export async function loadPyodide({ version, hashSeed, library }: StartOptions): Promise<Pyodide> {
  // Each version types its options its own way; these are understood by all.
  const load = (await loaders[version]()).loadPyodide as Loader;
  const silent = { stdin: () => null, stdout: () => undefined, stderr: () => undefined };
  const env = { HOME: '/home/pyodide', PYTHONHASHSEED: String(hashSeed) };
  const standard = library === undefined ? {} : { stdLibURL: library };
  return (await load({ env, jsglobals: globals, ...silent, ...standard })) as Pyodide;
}

/** The archive of the standard library that Pyodide brings along, as source. */
export function standardLibrary(version: PythonVersion): string {
  return fileURLToPath(new URL('python_stdlib.zip', import.meta.resolve(`pyodide-${version}`)));
}
