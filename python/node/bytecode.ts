import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PythonVersion } from '../protocol.ts';
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

const folder = fileURLToPath(new URL('../.cache/', import.meta.url));
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
    library: `${folder}library-${version}-${digest(script, library)}.zip`,
    sources: `${folder}sources-${version}-${digest(script, library, JSON.stringify([...sources]))}.zip`,
  };
  const missing = { library: !existsSync(bytecode.library), sources: !existsSync(bytecode.sources) };
  if (!missing.library && !missing.sources) return bytecode;
  const wanted = { sources: missing.sources ? sources : null, library: missing.library };
  const reply = await compile({ version, script, ...wanted, strip: [] });
  try {
    if (reply.library !== null) keep(bytecode.library, reply.library);
    if (reply.sources !== null) keep(bytecode.sources, reply.sources);
  } catch (error) {
    if (isUnwritable(error)) return null;
    throw error;
  }
  return bytecode;
}

/** The same for a page: compiled modules alone, without those that no page can use; null where they cannot be kept. */
export async function strippedBytecodeOf(version: PythonVersion): Promise<Bytecode | null> {
  const bytecode = await bytecodeOf(version);
  if (bytecode === null) return null;
  const script = readFileSync(recipe, 'utf8');
  const whole = [bytecode.library, bytecode.sources] as const;
  const [library, sources] = whole.map((path) => `${folder}page-${path.slice(folder.length)}`) as [string, string];
  if (existsSync(library) && existsSync(sources)) return { library, sources };
  const strip = whole.map((path) => readFileSync(path));
  const { stripped } = await compile({ version, script, library: false, sources: null, strip });
  try {
    for (const [index, path] of [library, sources].entries()) {
      const bytes = stripped[index];
      if (bytes === undefined) throw new Error(`${path} was not made`);
      keep(path, bytes);
    }
  } catch (error) {
    if (isUnwritable(error)) return null;
    throw error;
  }
  return { library, sources };
}

function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}

function compile(workerData: CompilerData): Promise<CompilerReply> {
  const { promise, resolve, reject } = Promise.withResolvers<CompilerReply>();
  const worker = new Worker(new URL('./compiler.ts', import.meta.url), { workerData, stdout: true, stderr: true });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error(`the modules of Python ${workerData.version} could not be compiled`)));
  return promise.finally(() => worker.terminate());
}

/** Puts a whole file in place at once, and lets go of those that were in its place long before: others may use the last. */
function keep(path: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
  const kind = path.slice(folder.length, path.lastIndexOf('-') + 1);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(kind) || `${folder}${name}` === path) continue;
    const used = statSync(`${folder}${name}`, { throwIfNoEntry: false })?.mtimeMs;
    if (used !== undefined && Date.now() - used > keptMilliseconds) rmSync(`${folder}${name}`, { force: true });
  }
}

function isUnwritable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(String(code));
}
