import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildPool, loadPacks, type Pack } from '@pyladder/bank';
import { openPythonPool } from '@pyladder/python/node';

const WANTED = 1_000;
const pack = join(import.meta.dirname, '..', '..', 'packs', 'python-ladder');

/**
 * A full proof, from the templates of this repository to finished items, of 1,000 variants: every CPython line under every
 * hash seed, every belief, every gate, nothing kept from before, the start of the interpreters counted. Programs on one
 * processor at a time, then on all. One JSON line.
 *
 * @throws if a template is refused
 */
export default async function benchProve(): Promise<void> {
  const chosen = choose(loadPacks(pack).packs);
  const cores = availableParallelism();
  const one = await prove(chosen, 1);
  const all = await prove(chosen, cores);
  const line = {
    variants: all.variants,
    templates: chosen.reduce((sum, { templates }) => sum + templates.length, 0),
    cores,
    one_core_s: round(one.seconds),
    one_core_per_s: round(one.variants / one.seconds),
    all_cores_s: round(all.seconds),
    all_cores_per_s: round(all.variants / all.seconds),
    processor_ms_per_variant: round((all.processorSeconds / all.variants) * 1000),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The first templates, of both pools, that promise so many variants. */
function choose(packs: readonly Pack[]): Pack[] {
  let promised = 0;
  return packs.map((whole) => ({
    ...whole,
    templates: whole.templates.filter(({ variants }) => {
      const isWanted = promised < WANTED;
      if (isWanted) promised += variants;
      return isWanted;
    }),
  }));
}

async function prove(
  packs: readonly Pack[],
  workers: number,
): Promise<{ variants: number; seconds: number; processorSeconds: number }> {
  const began = performance.now();
  const before = process.cpuUsage();
  const python = openPythonPool({ workers });
  let variants = 0;
  try {
    for (const pool of ['practice', 'exam'] as const) {
      const { items, problems } = await buildPool({ packs, pool, seed: 'bench', python });
      if (problems.length > 0) throw new Error(problems.map(({ what }) => what).join('\n'));
      variants += items.length;
    }
  } finally {
    await python.close();
  }
  const { user, system } = process.cpuUsage(before);
  return { variants, seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1e6 };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
