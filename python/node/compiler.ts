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
  /** Archives made here before, which are to be stripped for a page. */
  strip: readonly Uint8Array[];
};

/** The archives that were asked for. */
export type CompilerReply = { library: Uint8Array | null; sources: Uint8Array | null; stripped: Uint8Array[] };

if (parentPort === null) throw new Error('compiler.ts is the entry of a worker thread');
const { version, script, library, sources, strip }: CompilerData = workerData;
const pyodide = await loadPyodide({ version, hashSeed: 0 });
const target = '/tmp/archive.zip';
const reply: CompilerReply = { library: null, sources: null, stripped: [] };
if (library) {
  pyodide.runPython(`${script}\ncompile_library('${target}')`);
  reply.library = pyodide.FS.readFile(target);
}
if (sources !== null) {
  mountSources(pyodide.FS, sources);
  pyodide.runPython(`${script}\ncompile_folder('${sourcesFolder}', '${target}', '${sourcesArchive}')`);
  reply.sources = pyodide.FS.readFile(target);
}
for (const archive of strip) {
  const whole = '/tmp/whole.zip';
  pyodide.FS.writeFile(whole, archive);
  pyodide.runPython(`${script}\nstrip('${whole}', '${target}')`);
  reply.stripped.push(pyodide.FS.readFile(target));
}
parentPort.postMessage(reply);
