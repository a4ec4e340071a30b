import { fileURLToPath } from 'node:url';
import type { Pyodide } from '../interpreter/pyodide.ts';
import type { PythonVersion } from '../protocol.ts';

type LoadOptions = {
  env: Record<string, string>;
  jsglobals: object;
  stdLibURL?: string;
  stdin: () => null;
  stdout: () => void;
  stderr: () => void;
  /** These two are Pyodide's own way of starting from memory; 3.11 knows neither. */
  _makeSnapshot?: true;
  _loadSnapshot?: Uint8Array;
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
  /** The memory of one that was started with the same options before (snapshot.ts), or that this one's may be taken. */
  snapshot?: Uint8Array | 'wanted' | null;
};

/** Starts a plain CPython. */
export async function loadPyodide({ version, hashSeed, library, snapshot = null }: StartOptions): Promise<Pyodide> {
  // Each version types its options its own way; these are understood by all.
  const load = (await loaders[version]()).loadPyodide as Loader;
  const silent = { stdin: () => null, stdout: () => undefined, stderr: () => undefined };
  // Without a name for itself it would tell programs where on this machine the thread's file lies.
  const env = { HOME: '/home/pyodide', PYTHONHASHSEED: String(hashSeed), _: 'python' };
  const standard = library === undefined ? {} : { stdLibURL: library };
  return (await load({ env, jsglobals: globals, ...silent, ...standard, ...memoryOptions(snapshot) })) as Pyodide;
}

function memoryOptions(snapshot: StartOptions['snapshot']): Pick<LoadOptions, '_makeSnapshot' | '_loadSnapshot'> {
  if (snapshot === 'wanted') return { _makeSnapshot: true };
  return snapshot ? { _loadSnapshot: snapshot } : {};
}

/** The archive of the standard library that Pyodide brings along, as source. */
export function standardLibrary(version: PythonVersion): string {
  return fileURLToPath(new URL('python_stdlib.zip', import.meta.resolve(`pyodide-${version}`)));
}
