import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeOutput, readOutput } from '../interpreter/streams.ts';
import { pythonVersions } from '../protocol.ts';
import { type Bytecode, bytecodeOf } from './bytecode.ts';
import type { Note, Task, ThreadData } from './messages.ts';
import { readSnapshot, snapshotOf } from './snapshot.ts';

const version = '3.13';
let bytecode: Bytecode | null;
let memory: string | null;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pyladder-memory-'));
  bytecode = await bytecodeOf(version);
  memory = await snapshotOf(version, 1, bytecode);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What would differ if something of the maker's thread were left in the memory, or something missing. */
const program = `
import os, random, sys, time, decimal, re
print(sorted(sys.modules), sys.path, dict(os.environ), os.getcwd(), os.listdir('/'))
print(random.random(), random.getrandbits(64), os.urandom(4), hash('a'), {'a', 'b', 'c'})
print(decimal.Decimal('1.10') + 1, re.sub('a+', 'b', 'caat'), sys.getrecursionlimit(), sys.flags)
print(time.monotonic() >= 0, time.time() > 1.7e9)
print(input(), file=sys.stderr)
try:
    import js
except ImportError as error:
    print(error)
`;

/** What a program reports and prints in a thread that was started in this way. */
async function runIn(snapshot: string | null): Promise<{ report: unknown; stdout: string }> {
  const workerData: ThreadData = { version, hashSeed: 1, interrupt: new SharedArrayBuffer(1), bytecode, snapshot };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
  const output = makeOutput(100_000);
  const task: Task = { code: program, misconceptions: [], steps: 0, stdin: 'é\n', output, heapBytes: 2 ** 27 };
  try {
    const report = await new Promise((resolve, reject) => {
      worker.on('message', (note: Note) => {
        if (note.kind === 'ready') worker.postMessage(task);
        if (note.kind === 'ended') resolve(JSON.parse(note.report));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread has ended')));
    });
    return { report, stdout: readOutput(output) };
  } finally {
    await worker.terminate();
  }
}

test('an interpreter that starts from memory finds the same world as one that starts by itself', async () => {
  expect(memory).not.toBeNull();
  const plain = await runIn(null);
  expect(plain.report).toMatchObject({ status: 'finished' });
  expect(plain.stdout).toContain("No module named 'js'");
  expect(await runIn(memory)).toEqual(plain);
});

test.each([
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['changed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([1 + (bytes.at(-1) ?? 0)])])],
  ['emptied', () => Buffer.alloc(0)],
])('a memory that was %s on the disk is not started from, and costs no run', async (_, damage) => {
  const damaged = join(folder, 'memory.bin');
  writeFileSync(damaged, damage(readFileSync(memory ?? '')));
  expect(readSnapshot(damaged)).toBeNull();
  expect(await runIn(damaged)).toMatchObject({ report: { status: 'finished' } });
});

test('a memory that was removed meanwhile is made anew, and one that is gone costs no run', async () => {
  expect(readSnapshot(join(folder, 'gone.bin'))).toBeNull();
  rmSync(memory ?? '');
  expect(await snapshotOf(version, 1, bytecode)).toBe(memory);
  expect(readSnapshot(memory ?? '')).not.toBeNull();
});

test('no memory is kept for hash seeds that items are not proven under, nor where compiled modules cannot be kept', async () => {
  expect(await snapshotOf(version, 2, bytecode)).toBeNull();
  expect(await snapshotOf(version, 1, null)).toBeNull();
  const able = await Promise.all(pythonVersions.map(async (each) => snapshotOf(each, 0, await bytecodeOf(each))));
  expect(able.map((path) => path !== null)).toEqual(pythonVersions.map((each) => each !== '3.11'));
});
