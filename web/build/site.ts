import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

export type SiteBuild = { web: string; dist: string; config: string; stamp: string };

/**
 * Builds beside the present site and swaps when all is there, so that a failed build leaves the old site standing.
 * The stamp is written last: what has one is whole.
 */
export async function buildSite({ web, dist, config, stamp }: SiteBuild): Promise<void> {
  const fresh = join(web, '.cache', `dist-${process.pid}`);
  const old = join(web, '.cache', `old-${process.pid}`);
  try {
    await build({
      configFile: config,
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
    await writeFile(join(fresh, '.stamp'), stamp);
    await swap({ fresh, dist, old });
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** Should another build have moved its own in at just this moment, that one is moved away in turn. */
async function swap({ fresh, dist, old }: { fresh: string; dist: string; old: string }): Promise<void> {
  for (;;) {
    await rm(old, { recursive: true, force: true });
    await rename(dist, old).catch(unless('ENOENT'));
    const moved = await rename(fresh, dist).then(() => true, unless('ENOTEMPTY', 'EEXIST'));
    if (moved === true) return;
  }
}

/** Passes over these system errors and no others. */
function unless(...codes: string[]): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Error && 'code' in error && codes.includes(String(error.code)))) throw error;
  };
}
