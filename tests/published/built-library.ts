import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { room } from './consumer.ts';

/** Tests, what only they use, and the build: no part of the package. */
const NO_PART = /\.test\.ts$|^(?:testing|build)\//;

/** Where a module is loaded from instead; `external` if by the browser itself, at this path of the server. */
export type Replacement = { id: string; external?: 'absolute' };

/**
 * Sends each import of the library's source to the built file of the same place, however it is written. The build keeps the
 * folders, so that inner modules have a place in the package, too.
 *
 * @param locate what to load instead, from a path within the package such as `models/item.js`
 */
export function useBuiltLibrary(locate: (file: string) => Replacement): Plugin {
  return {
    name: 'built-library',
    enforce: 'pre',
    async resolveId(source, importer) {
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      if (resolved === null) return null;
      const file = relative(room, resolved.id).replaceAll('\\', '/');
      // The library's promise to do nothing when it is loaded does not hold for its tests, so that bundlers must keep them.
      if (NO_PART.test(file)) return { ...resolved, moduleSideEffects: true };
      if (!file.endsWith('.ts') || file.startsWith('../')) return resolved;
      return locate(file.replace(/\.ts$/, '.js'));
    },
  };
}
