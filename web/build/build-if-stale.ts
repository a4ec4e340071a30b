import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lock.ts';
import { hashSources } from './sources.ts';

const web = fileURLToPath(new URL('..', import.meta.url));
const dist = join(web, 'dist');

/** Builds the site if its sources are not those it was last built from. Two at once: the second waits, then finds it fresh. */
async function buildIfStale(): Promise<void> {
  const began = performance.now();
  const wanted = await hashSources(web);
  if ((await builtFrom()) === wanted) {
    console.log('The site is up to date.');
    return;
  }
  const lock = await takeLock(join(web, '.cache', 'build.lock'));
  try {
    if ((await builtFrom()) === wanted) {
      console.log('The site is up to date (just built by another start).');
      return;
    }
    const { buildSite } = await import('./site.ts');
    await buildSite({ web, dist, stamp: wanted });
    console.log(`Built the site in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } finally {
    await lock.release();
  }
}

/** Hash of the sources that the present build was made from, or null if there is none. */
async function builtFrom(): Promise<string | null> {
  const stamp = join(dist, '.stamp');
  return existsSync(stamp) ? readFile(stamp, 'utf8') : null;
}

await buildIfStale();
