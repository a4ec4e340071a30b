import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PythonVersion } from '../protocol.ts';
import { cacheFolder, digest, keepInCache } from './cache.ts';
import type { CompilerData, CompilerReply } from './compiler.ts';
import { standardLibrary } from './pyodide.ts';
import { readSources } from './sources.ts';

/** Archives, on disk, of modules that need not be compiled any more. */
export type Bytecode = {
  /** The standard library of one CPython. */
  library: string;
  /** This room's own packages. */
  sources: string;
};

const recipe = fileURLToPath(new URL('../compiler/archive.py', import.meta.url));

/** So long may a program that began with older sources still start interpreters. */
const keptMilliseconds = 24 * 3_600_000;

const made = new Map<PythonVersion, Promise<Bytecode | null>>();

/**
 * The compiled modules of one CPython, compiled now (some seconds) if nobody did so before. Without them an
 * interpreter compiles the same two hundred modules at each start, which is four fifths of it.
 *
 * Resolves with null where they cannot be kept: interpreters then start as slowly as they do by themselves.
 */
export function bytecodeOf(version: PythonVersion): Promise<Bytecode | null> {
  let found = made.get(version);
  if (found === undefined) {
    found = findOrCompile(version);
    made.set(version, found);
  }
  return found;
}

async function findOrCompile(version: PythonVersion): Promise<Bytecode | null> {
  const script = readFileSync(recipe, 'utf8');
  const sources = readSources();
  const library = readFileSync(standardLibrary(version));
  const bytecode: Bytecode = {
    library: `${cacheFolder}library-${version}-${digest(script, library)}.zip`,
    sources: `${cacheFolder}sources-${version}-${digest(script, library, JSON.stringify([...sources]))}.zip`,
  };
  const missing = { library: !existsSync(bytecode.library), sources: !existsSync(bytecode.sources) };
  if (!missing.library && !missing.sources) return bytecode;
  const wanted = { sources: missing.sources ? sources : null, library: missing.library };
  const reply = await compile({ version, script, ...wanted, strip: [] });
  const isKept = [
    reply.library === null || keepInCache(bytecode.library, reply.library, keptMilliseconds),
    reply.sources === null || keepInCache(bytecode.sources, reply.sources, keptMilliseconds),
  ].every(Boolean);
  return isKept ? bytecode : null;
}

/** The same for a page: compiled modules alone, without those that no page can use; null where they cannot be kept. */
export async function strippedBytecodeOf(version: PythonVersion): Promise<Bytecode | null> {
  const bytecode = await bytecodeOf(version);
  if (bytecode === null) return null;
  const script = readFileSync(recipe, 'utf8');
  const whole = [bytecode.library, bytecode.sources] as const;
  const [library, sources] = whole.map((path) => `${cacheFolder}page-${path.slice(cacheFolder.length)}`) as [
    string,
    string,
  ];
  if (existsSync(library) && existsSync(sources)) return { library, sources };
  const strip = whole.map((path) => readFileSync(path));
  const { stripped } = await compile({ version, script, library: false, sources: null, strip });
  for (const [index, path] of [library, sources].entries()) {
    const bytes = stripped[index];
    if (bytes === undefined) throw new Error(`${path} was not made`);
    if (!keepInCache(path, bytes, keptMilliseconds)) return null;
  }
  return { library, sources };
}

function compile(workerData: CompilerData): Promise<CompilerReply> {
  const { promise, resolve, reject } = Promise.withResolvers<CompilerReply>();
  const worker = new Worker(new URL('./compiler.ts', import.meta.url), { workerData, stdout: true, stderr: true });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error(`the modules of Python ${workerData.version} could not be compiled`)));
  return promise.finally(() => worker.terminate());
}
