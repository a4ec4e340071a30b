import { access, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

export type SiteBuild = { web: string; dist: string; config: string; stamp: string };

/** What the server loads to render pages for everybody; in the web room. */
const RENDERER = 'render.tsx';

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
    if (await hasRenderer(web, config)) await buildRenderer({ web, config, folder: join(fresh, '.render') });
    await writeFile(join(fresh, '.stamp'), stamp);
    await swap({ fresh, dist, old });
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** Only the site has one; other pages are made in the browser. */
function hasRenderer(web: string, config: string): Promise<boolean> {
  if (config !== join(web, 'vite.config.ts')) return Promise.resolve(false);
  return access(join(web, RENDERER)).then(
    () => true,
    (error) => {
      unless('ENOENT')(error);
      return false;
    },
  );
}

/** The same sources once more, for Node: one file that needs no package, in a folder that is not served. */
async function buildRenderer({ web, config, folder }: { web: string; config: string; folder: string }): Promise<void> {
  await build({
    configFile: config,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    // Said outright, so that nothing of React's own checks comes along.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: join(web, RENDERER),
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      // Nothing is left to be fetched later, when another build may have taken this one's place.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
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
