import { existsSync, readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import type { PythonVersion } from '../protocol.ts';
import type { Bytecode } from './bytecode.ts';
import { cacheFolder, digest, keepInCache } from './cache.ts';
import type { MakerData } from './snapshot-maker.ts';

/** So long may a program that began with older sources start from their memory: short, as each is some 25 MB. */
const keptMilliseconds = 10 * 60_000;

/** Pyodide 0.25 cannot start from memory. */
const ableVersions: readonly PythonVersion[] = ['3.12', '3.13', '3.14'];

/** Those that items are proven under. Others are asked for too seldom to be worth their place on the disk. */
const usualSeeds: readonly number[] = [0, 1];

/** What is being made, and what could not be kept: that is not tried again. */
const making = new Map<string, Promise<string | null>>();

/**
 * The file with the memory of an interpreter that has the runner and the misconceptions imported, made now (a second or
 * two) if nobody did so before. One that starts from it need not begin CPython nor import anything, which is three fifths
 * of a start. The hash seed is in the memory, so every seed has its own.
 *
 * Resolves with null where there is none to be had: interpreters then start as they do by themselves.
 *
 * @throws Error if the interpreter whose memory is wanted cannot start
 */
export async function snapshotOf(
  version: PythonVersion,
  hashSeed: number,
  bytecode: Bytecode | null,
): Promise<string | null> {
  if (bytecode === null || !ableVersions.includes(version) || !usualSeeds.includes(hashSeed)) return null;
  const { library, sources } = bytecode;
  const path = `${cacheFolder}memory-${version}-${hashSeed}-${digest(library, sources)}.bin`;
  if (existsSync(path)) return path;
  const begun = making.get(path);
  if (begun !== undefined) return begun;
  const made = make(path, { version, hashSeed, bytecode });
  making.set(path, made);
  const kept = await made.finally(() => making.delete(path));
  if (kept === null) making.set(path, made);
  return kept;
}

/** The memory that was kept in a file; null if the file is gone or not whole, as after a disk was full. */
export function readSnapshot(path: string): Uint8Array | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  if (bytes.length < 4) return null;
  const memory = bytes.subarray(4);
  return crc32(memory) === bytes.readUInt32LE(0) ? memory : null;
}

async function make(path: string, workerData: MakerData): Promise<string | null> {
  const memory = await takeMemory(workerData);
  const bytes = new Uint8Array(4 + memory.length);
  new DataView(bytes.buffer).setUint32(0, crc32(memory), true);
  bytes.set(memory, 4);
  return keepInCache(path, bytes, keptMilliseconds) ? path : null;
}

function takeMemory(workerData: MakerData): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(new URL('./snapshot-maker.ts', import.meta.url), {
    workerData,
    stdout: true,
    stderr: true,
  });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error(`no memory could be taken of Python ${workerData.version}`)));
  return promise.finally(() => worker.terminate());
}
