import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartFault } from '../process/faults.ts';
import { readSiteFiles, type SiteFiles } from './site-files.ts';

const FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The site as `npm start` built it. @throws StartFault site_not_built */
export function readInstalledSite(): SiteFiles {
  if (!existsSync(`${FOLDER}/index.html`)) throw new StartFault({ kind: 'site_not_built', folder: FOLDER });
  return readSiteFiles(FOLDER);
}
