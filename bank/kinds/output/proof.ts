import { type PythonVersion, pythonVersions } from '@pyladder/python';
import type { Rendered } from '../../templates/rendering.ts';
import type { ProofRun } from '../../templates/variant.ts';
import type { ItemPython } from '../../tools/item-python.ts';

/** Two orders of hashing: what depends on it shows as a difference. */
const hashSeeds = [0, 1] as const;

/** Of the CPython lines that there are, those that a template's `python` mark lets in. */
function versionsFor(mark: string | null, lines: readonly PythonVersion[] = pythonVersions): PythonVersion[] {
  if (mark === null) return [...lines];
  const lowest = minorOf(mark.replace('>=', ''));
  return lines.filter((version) => minorOf(version) >= lowest);
}

/** `whole`: every CPython line under every hash seed. `glance`: the newest and the oldest line, each under a seed of its own. */
export type ProofDepth = 'whole' | 'glance';

/** Runs a program on the CPython lines that it claims to hold for; only once if it does not end. */
export async function proveOutput(
  { code, stdin }: Rendered,
  mark: string | null,
  { python, depth, signal }: { python: ItemPython; depth: ProofDepth; signal?: AbortSignal | undefined },
): Promise<ProofRun[]> {
  const run = async ([version, hashSeed]: readonly [PythonVersion, number]): Promise<ProofRun> => ({
    python: version,
    hashSeed,
    outcome: await python.run(version, hashSeed, { code, stdin, misconceptions: [] }, signal),
  });
  const versions = versionsFor(mark, python.lines);
  const [first, ...others] = depth === 'whole' ? listAll(versions) : listGlance(versions);
  if (first === undefined) return [];
  const proof = await run(first);
  if (proof.outcome.status === 'stopped') return [proof];
  return [proof, ...(await Promise.all(others.map(run)))];
}

function listAll(versions: readonly PythonVersion[]): (readonly [PythonVersion, number])[] {
  return versions.flatMap((version) => hashSeeds.map((seed) => [version, seed] as const));
}

/** Whatever depends on the version or on hashing differs between these two. */
function listGlance(versions: readonly PythonVersion[]): (readonly [PythonVersion, number])[] {
  return [versions.slice(-1), versions.slice(0, 1)].flatMap((ends, seed) =>
    ends.map((version) => [version, seed] as const),
  );
}

function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}
