// A thread that compiles modules for one CPython, in that CPython (see bytecode.ts), and ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { PythonVersion } from '../protocol.ts';
import { loadPyodide } from './pyodide.ts';
import { mountSources, sourcesArchive, sourcesFolder } from './sources.ts';

/** What is to be compiled: the standard library or not, sources or none; `script` is compiler/archive.py. */
export type CompilerData = {
  version: PythonVersion;
  script: string;
  library: boolean;
  sources: ReadonlyMap<string, string> | null;
};

/** The archives that were asked for. */
export type CompilerReply = { library: Uint8Array | null; sources: Uint8Array | null };

if (parentPort === null) throw new Error('compiler.ts is the entry of a worker thread');
const { version, script, library, sources }: CompilerData = workerData;
const pyodide = await loadPyodide({ version, hashSeed: 0 });
const target = '/tmp/archive.zip';
const reply: CompilerReply = { library: null, sources: null };
if (library) {
  pyodide.runPython(`${script}\ncompile_library('${target}')`);
  reply.library = pyodide.FS.readFile(target);
}
if (sources !== null) {
  mountSources(pyodide.FS, sources);
  pyodide.runPython(`${script}\ncompile_folder('${sourcesFolder}', '${target}', '${sourcesArchive}')`);
  reply.sources = pyodide.FS.readFile(target);
}
parentPort.postMessage(reply);
