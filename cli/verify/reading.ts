import { open } from 'node:fs/promises';
import { FetchFault, fetchSafely } from '@pyladder/credentials/node';
import type { Source } from './sources.ts';

/** A credential whose bytes could not be had. Stable codes, for programs that read the JSON. */
export class Unread extends Error {
  readonly code: 'file_missing' | 'file_not_readable' | 'file_too_large' | 'address_offline' | 'address_not_fetched';
  readonly detail: Readonly<Record<string, string>>;

  constructor(code: Unread['code'], detail: Readonly<Record<string, string>> = {}) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.name = 'Unread';
    this.code = code;
    this.detail = detail;
  }
}

const codes: ReadonlySet<string> = new Set<Unread['code']>([
  'file_missing',
  'file_not_readable',
  'file_too_large',
  'address_offline',
  'address_not_fetched',
]);

/** Whether a finding with this code is about the bytes that could not be had, and not about a credential. */
export function isUnreadCode(code: string): boolean {
  return codes.has(code);
}

/** What may be asked while reading. */
export type Reach = {
  offline: boolean;
  /** Where trusted issuers are. */
  origins: ReadonlySet<string>;
  signal: AbortSignal;
};

const MOST_BYTES = 50 * 1024 * 1024;
const LIMIT_MS = 20_000;

/** Brings the bytes of one source. @throws Unread, or the signal's reason */
export async function readSource(source: Source, reach: Reach): Promise<Uint8Array> {
  switch (source.type) {
    case 'stdin':
      return collect(process.stdin);
    case 'file':
      return readFileOf(source.path);
    case 'address':
      return fetchAddress(source.address, source.named, reach);
  }
}

async function fetchAddress(address: string, named: boolean, { offline, origins, signal }: Reach): Promise<Uint8Array> {
  if (offline) throw new Unread('address_offline');
  const allowed = originsFor(address, named, origins);
  try {
    const wish = { allowed, kind: 'credential', maxBytes: MOST_BYTES, limitMs: LIMIT_MS, signal } as const;
    return (await fetchSafely(address, wish)).bytes;
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    const { code, detail } = error;
    throw new Unread('address_not_fetched', {
      reason: code,
      address: error.address,
      ...(detail !== null && { detail }),
    });
  }
}

/** A person may ask any public address; this machine itself only where they wrote so themselves. */
function originsFor(address: string, named: boolean, origins: ReadonlySet<string>): ReadonlySet<string> {
  const url = URL.parse(address);
  if (url === null || (url.protocol === 'http:' && !named)) return origins;
  return new Set([...origins, url.origin]);
}

async function readFileOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      if ((await file.stat()).size > MOST_BYTES) throw new Unread('file_too_large');
      return await collect(file.createReadStream({ autoClose: false }));
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new Unread('file_missing');
    if (error instanceof Unread || typeof code !== 'string') throw error;
    throw new Unread('file_not_readable', { reason: code });
  }
}

/** Pipes and devices do not say beforehand how much they hold. */
async function collect(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Unread('file_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
