import { hash } from 'node:crypto';
import { extname } from 'node:path';
import type { PagePythonView } from '@pyladder/contract';
import { type PageFile, readPageFiles } from '@pyladder/python/node';
import { type Coding, compress } from '../http/compression.ts';

/** One file with which a page runs Python, in every coding it may travel in. */
export type ServedFile = { type: string; plain: Buffer; encoded: Readonly<Record<Coding, Buffer>> };

/** All of them by name, and what is told of them. */
export type PagePython = { view: PagePythonView; files: ReadonlyMap<string, ServedFile> };

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

const DIGEST_LETTERS = 16;

/** The folder that the files lie in; what follows is the digest of their content. */
export const PAGE_PYTHON_FOLDER = '/python/';

/**
 * Makes the files when they are first asked for, once: that takes some seconds, in threads of their own. Null where the
 * machine lets nothing be kept.
 */
export function createPagePython(): () => Promise<PagePython | null> {
  let made: Promise<PagePython | null> | null = null;
  return () => {
    made ??= readPageFiles()
      .then((files) => (files === null ? null : servePython(files)))
      .catch((error: unknown) => {
        made = null;
        throw error;
      });
    return made;
  };
}

async function servePython(given: readonly PageFile[]): Promise<PagePython> {
  const digest = hash('sha256', JSON.stringify(given.map(({ name, bytes }) => [name, hash('sha256', bytes, 'hex')])));
  const served = new Map<string, ServedFile>();
  // One after another: sign-ins wait for the same threads.
  for (const { name, bytes } of given) {
    const [br, gzip] = [await compress(bytes, 'br', 'download'), await compress(bytes, 'gzip', 'download')];
    served.set(name, { type: TYPES[extname(name)] ?? 'application/octet-stream', plain: bytes, encoded: { br, gzip } });
  }
  const files = [...served].map(([name, { plain, encoded }]) => ({
    name,
    bytes: plain.length,
    travels: encoded.br.length,
  }));
  const base = `${PAGE_PYTHON_FOLDER}${digest.slice(0, DIGEST_LETTERS)}/`;
  return { view: { version: '3.14', base, files }, files: served };
}
