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

/** Runs a program on every CPython line that it claims to hold for, each under every hash seed; only once if it does not end. */
export async function proveOutput(
  { code, stdin }: Rendered,
  mark: string | null,
  python: PythonPool,
  signal?: AbortSignal,
): Promise<ProofRun[]> {
  const run = async ([version, hashSeed]: readonly [PythonVersion, number]): Promise<ProofRun> => ({
    python: version,
    hashSeed,
    outcome: await python.run(version, hashSeed, { code, stdin, misconceptions: [] }, signal),
  });
  const [first, ...others] = versionsFor(mark).flatMap((version) => hashSeeds.map((seed) => [version, seed] as const));
  if (first === undefined) return [];
  const proof = await run(first);
  if (proof.outcome.status === 'stopped') return [proof];
  return [proof, ...(await Promise.all(others.map(run)))];
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
