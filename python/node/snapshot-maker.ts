// A thread that starts one interpreter as interpreter.ts does, gives its memory away (see snapshot.ts), and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { importRunner } from '../interpreter/interpreter.ts';
import type { PythonVersion } from '../protocol.ts';
import type { Bytecode } from './bytecode.ts';
import { replaceEntropy } from './entropy.ts';
import { loadPyodide } from './pyodide.ts';
import { mountRunner } from './sources.ts';

/** Whose memory is wanted. */
export type MakerData = { version: PythonVersion; hashSeed: number; bytecode: Bytecode };

if (parentPort === null) throw new Error('snapshot-maker.ts is the entry of a worker thread');
const { version, hashSeed, bytecode }: MakerData = workerData;
replaceEntropy(hashSeed);
const pyodide = await loadPyodide({ version, hashSeed, library: bytecode.library, snapshot: 'wanted' });
importRunner(pyodide, mountRunner(pyodide.FS, bytecode));
parentPort.postMessage(pyodide.makeMemorySnapshot());
