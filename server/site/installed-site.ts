import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CreateRenderer, RenderPage } from '@pyladder/contract';
import { StartFault } from '../process/faults.ts';
import { readSiteFiles, type SiteFiles } from './site-files.ts';

const FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The site, and what renders its pages for everybody. */
export type InstalledSite = { site: SiteFiles; renderPage: RenderPage };

/**
 * The site as `npm start` built it. Everything is read now: a build that replaces it later changes nothing here.
 *
 * @throws StartFault site_not_built
 */
export async function readInstalledSite(): Promise<InstalledSite> {
  const renderer = join(FOLDER, '.render', 'render.js');
  if (!existsSync(renderer)) throw new StartFault({ kind: 'site_not_built', folder: FOLDER });
  // Built from the web room together with the files, and known here by its type only.
  const { createRenderer }: { createRenderer: CreateRenderer } = await import(pathToFileURL(renderer).href);
  const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
  const renderPage = createRenderer({ shell: read('index.html'), manifest: read('.vite/manifest.json') });
  return { site: readSiteFiles(FOLDER), renderPage };
}
