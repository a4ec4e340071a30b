import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Coding, compress } from '../http/compression.ts';

/** One file of the built site, held in memory. */
export type SiteFile = {
  type: string;
  /** Quoted, as HTTP wants it. */
  etag: string;
  /** The name carries a hash of the content, so that what is behind it never changes. */
  isHashed: boolean;
  plain: Buffer;
  /** The content in a coding, compressed when first asked for; `plain` where that saves nothing. */
  encoded: (coding: Coding) => Promise<Buffer>;
};

/** By address path, such as `/assets/site-B1x.js`. */
export type SiteFiles = ReadonlyMap<string, SiteFile>;

type FileKind = { type: string; isText: boolean };

const TYPES = {
  '.css': { type: 'text/css; charset=utf-8', isText: true },
  '.html': { type: 'text/html; charset=utf-8', isText: true },
  '.ico': { type: 'image/x-icon', isText: false },
  '.js': { type: 'text/javascript; charset=utf-8', isText: true },
  '.json': { type: 'application/json; charset=utf-8', isText: true },
  '.png': { type: 'image/png', isText: false },
  '.svg': { type: 'image/svg+xml', isText: true },
  '.txt': { type: 'text/plain; charset=utf-8', isText: true },
  '.webmanifest': { type: 'application/manifest+json', isText: true },
  '.woff2': { type: 'font/woff2', isText: false },
  '.xml': { type: 'application/xml; charset=utf-8', isText: true },
} satisfies Readonly<Record<string, FileKind>>;

function findKind(ending: string): FileKind | undefined {
  return Object.hasOwn(TYPES, ending) ? TYPES[ending as keyof typeof TYPES] : undefined;
}

/**
 * Reads the built site. It is read once: a build that replaces the folder under a running server never gives a visitor
 * half of each. Files of other kinds than a site has, and hidden ones, are not served.
 */
export function readSiteFiles(folder: string): SiteFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, SiteFile>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const kind = findKind(extname(entry.name));
    const parts = relative(folder, path).split(sep);
    if (!entry.isFile() || parts.some((part) => part.startsWith('.')) || kind === undefined) continue;
    const address = `/${parts.join('/')}`;
    files.set(address, siteFile(readFileSync(path), kind, address.startsWith('/assets/')));
  }
  return files;
}

/** A page or text that was made here, as one would be that was built. */
export function textFile(text: string, ending: '.html' | '.txt' | '.xml'): SiteFile {
  return siteFile(Buffer.from(text), TYPES[ending], false);
}

function siteFile(plain: Buffer, { type, isText }: FileKind, isHashed: boolean): SiteFile {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const made = new Map<Coding, Promise<Buffer>>();
  const encoded = (coding: Coding) => {
    const known = made.get(coding) ?? (isText ? compress(plain, coding, 'file') : Promise.resolve(plain));
    made.set(coding, known);
    return known;
  };
  return { type, etag, isHashed, plain, encoded };
}
