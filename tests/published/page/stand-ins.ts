import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { room } from '../consumer.ts';

const standIns: Record<string, string> = {
  'node:fs': fileURLToPath(new URL('./file-system.ts', import.meta.url)),
  'node:path': fileURLToPath(new URL('./paths.ts', import.meta.url)),
};

/**
 * Gives tests in a page what they use of Node to read golden data: the folder they lie in, its files, and paths. Whatever
 * else of Node a test imports fails the bundle by its name.
 */
export function useStandIns(): Plugin {
  return {
    name: 'stand-ins',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.startsWith('node:')) return null;
      const standIn = standIns[source];
      if (standIn === undefined) this.error(`${importer} needs ${source}, for which a page has no stand-in`);
      return standIn;
    },
    transform(code, id) {
      if (relative(room, id).startsWith('..') || !code.includes('import.meta.dirname')) return null;
      const folder = `/${relative(room, dirname(id)).replaceAll('\\', '/')}`;
      return { code: code.replaceAll('import.meta.dirname', JSON.stringify(folder)), map: null };
    },
  };
}
