import { type PythonVersion, pythonVersions } from '@pyladder/python';
import type { PythonPool } from '@pyladder/python/node';
import type { Rendered } from '../../templates/rendering.ts';
import type { ProofRun } from '../../templates/variant.ts';

/** Two orders of hashing: what depends on it shows as a difference. */
const hashSeeds = [0, 1] as const;

/** The CPython lines that a template's `python` mark lets in. */
function versionsFor(mark: string | null): PythonVersion[] {
  if (mark === null) return [...pythonVersions];
  const lowest = minorOf(mark.replace('>=', ''));
  return pythonVersions.filter((version) => minorOf(version) >= lowest);
}

/** `whole`: every CPython line under every hash seed. `glance`: the newest and the oldest line, each under a seed of its own. */
export type ProofDepth = 'whole' | 'glance';

/** Runs a program on the CPython lines that it claims to hold for; only once if it does not end. */
export async function proveOutput(
  { code, stdin }: Rendered,
  mark: string | null,
  { python, depth, signal }: { python: PythonPool; depth: ProofDepth; signal?: AbortSignal | undefined },
): Promise<ProofRun[]> {
  const run = async ([version, hashSeed]: readonly [PythonVersion, number]): Promise<ProofRun> => ({
    python: version,
    hashSeed,
    outcome: await python.run(version, hashSeed, { code, stdin, misconceptions: [] }, signal),
  });
  const [first, ...others] = depth === 'whole' ? listAll(mark) : listGlance(mark);
  if (first === undefined) return [];
  const proof = await run(first);
  if (proof.outcome.status === 'stopped') return [proof];
  return [proof, ...(await Promise.all(others.map(run)))];
}

function listAll(mark: string | null): (readonly [PythonVersion, number])[] {
  return versionsFor(mark).flatMap((version) => hashSeeds.map((seed) => [version, seed] as const));
}

/** Whatever depends on the version or on hashing differs between these two. */
function listGlance(mark: string | null): (readonly [PythonVersion, number])[] {
  const versions = versionsFor(mark);
  return [versions.slice(-1), versions.slice(0, 1)].flatMap((ends, seed) =>
    ends.map((version) => [version, seed] as const),
  );
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
