import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where this room keeps what can be made again: named by what it is made of, so nothing there is ever stale. */
export const cacheFolder = fileURLToPath(new URL('../.cache/', import.meta.url));

/** A name for what is made of these parts. */
export function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Puts a whole file in place at once, and lets go of those that were in its place long before: others may use the last.
 *
 * @param path in the cache's folder; its name ends with `-` and a digest
 * @returns whether it could be kept; false on a disk that is full or not to be written
 */
export function keepInCache(path: string, bytes: Uint8Array, keptMilliseconds: number): boolean {
  try {
    mkdirSync(cacheFolder, { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (error) {
    if (isUnwritable(error)) return false;
    throw error;
  }
  forgetOthers(path, keptMilliseconds);
  return true;
}

function forgetOthers(path: string, keptMilliseconds: number): void {
  const kind = path.slice(cacheFolder.length, path.lastIndexOf('-') + 1);
  for (const name of readdirSync(cacheFolder)) {
    if (!name.startsWith(kind) || `${cacheFolder}${name}` === path) continue;
    const used = statSync(`${cacheFolder}${name}`, { throwIfNoEntry: false })?.mtimeMs;
    if (used !== undefined && Date.now() - used > keptMilliseconds) rmSync(`${cacheFolder}${name}`, { force: true });
  }
}

function isUnwritable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(String(code));
}
