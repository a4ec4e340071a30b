import { buildPool, noCache, openTemplateCache, type Pack, type PoolBuild } from '@pyladder/bank';
import { lazyNative, sayLeftOut, sayTrusted, type Trust } from '@pyladder/bank/native';
import type { Pool } from '@pyladder/exam';
import { openPythonPool } from '@pyladder/python/node';
import { abortOnInterrupt } from '../run-command.ts';
import { UserError } from '../user-error.ts';
import type { BankFolders } from './bank-folders.ts';
import { readTrust } from './native-proofs-file.ts';
import { showProgress } from './progress-line.ts';

/** The exam seed of this command: public, therefore no installation's. */
export const specimenSeed = 'pyladder specimen: no installation draws its exams from this';

export type BuildWish = {
  packs: readonly Pack[];
  pool: Pool;
  seed: string;
  /** Whether to use what earlier builds left; false proves everything again. */
  reuse: boolean;
};

/** Builds pools one after the other with warm interpreters, showing progress, stopping at Ctrl-C. */
export async function buildPools(folders: BankFolders, wishes: readonly BuildWish[]): Promise<PoolBuild[]> {
  const python = openPythonPool();
  const native = lazyNative();
  let trusted: Trust | null = null;
  const trust = () => {
    trusted ??= readTrust(folders);
    return trusted;
  };
  const { signal, release } = abortOnInterrupt();
  try {
    const builds: PoolBuild[] = [];
    for (const { reuse, ...wish } of wishes) {
      const cache = reuse ? openTemplateCache(folders.cache) : noCache;
      builds.push(
        await buildPool({
          ...wish,
          python,
          native,
          trust,
          cache,
          signal,
          onProgress: showProgress(`${wish.pool} pool`),
        }),
      );
    }
    for (const { native: became } of builds) {
      for (const template of became.trusted) process.stderr.write(`${sayTrusted(template, native.machine())}\n`);
      for (const template of became.leftOut) process.stderr.write(`${sayLeftOut(template, native.machine())}\n`);
    }
    return builds;
  } finally {
    release();
    await Promise.all([python.close(), native.close()]);
  }
}

/** What the practice bank of these packs is drawn from. */
export function practiceSeedOf(packs: readonly Pack[]): string {
  const seed = packs.find(({ practiceSeed }) => practiceSeed !== null)?.practiceSeed;
  if (seed === undefined || seed === null)
    throw new UserError('No pack has practice items. Write practiceSeed into its pack.yaml.');
  return seed;
}
