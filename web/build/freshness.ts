import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeLock } from './lock.ts';
import { hashSources } from './sources.ts';

export type Freshness = 'fresh' | 'built-by-another' | 'built';

/** What is built: by which of Vite's settings, into which folder; paths in the web room. */
export type BuildTarget = { config: string; dist: string };

const site: BuildTarget = { config: 'vite.config.ts', dist: 'dist' };

/**
 * Builds the site, or another page, if its sources are not those it was last built from.
 * Two at once: the second waits for the first, then finds it fresh.
 *
 * @param web path of the web room
 * @throws whatever makes the build fail; the site that was there stays
 */
export async function buildIfStale(web: string, target: BuildTarget = site): Promise<Freshness> {
  const dist = join(web, target.dist);
  const wanted = await hashSources(web);
  if ((await readStamp(dist)) === wanted) return 'fresh';
  const lock = await takeLock(join(web, '.cache', 'build.lock'));
  try {
    if ((await readStamp(dist)) === wanted) return 'built-by-another';
    // Loaded only now: the bundler takes longer to load than a fresh site takes to be recognised.
    const { buildSite } = await import('./site.ts');
    await buildSite({ web, dist, config: join(web, target.config), stamp: wanted });
    return 'built';
  } finally {
    await lock.release();
  }
}

/** Hash of the sources that the present build was made from, or null if there is none. */
async function readStamp(dist: string): Promise<string | null> {
  try {
    return await readFile(join(dist, '.stamp'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
