import { readFileSync } from 'node:fs';
import { JsonFault, parseStrictJson, type StatusSource } from '@pyladder/credentials';
import { createStatusSource, FetchFault, fetchSafely } from '@pyladder/credentials/node';
import { UserError } from '../user-error.ts';

const LIMITS = { kind: 'json', maxBytes: 2 * 1024 * 1024, limitMs: 10_000 } as const;

export type StatusWish = {
  /** Files with saved lists, which are believed before anybody is asked. */
  files: readonly string[];
  offline: boolean;
  origins: ReadonlySet<string>;
  signal: AbortSignal;
};

/** Status lists from files, and from the sites of trusted issuers, each asked for once. @throws UserError */
export function openStatusLists({ files, offline, origins, signal }: StatusWish): StatusSource | null {
  const saved = new Map(files.flatMap(readListFile));
  if (offline && saved.size === 0) return null;
  return createStatusSource({
    get: async (address) => saved.get(address) ?? (offline ? null : fetchList(address, origins, signal)),
    freshMs: Number.POSITIVE_INFINITY,
    restMs: Number.POSITIVE_INFINITY,
    most: 1000,
  });
}

async function fetchList(address: string, allowed: ReadonlySet<string>, signal: AbortSignal): Promise<string | null> {
  try {
    const { bytes } = await fetchSafely(address, { ...LIMITS, allowed, signal });
    return Buffer.from(bytes).toString('utf8');
  } catch (error) {
    // A list that cannot be had is a normal outcome, which the report tells as a status that is not known.
    if (error instanceof FetchFault) return null;
    throw error;
  }
}

/** A list under every address that it may be asked for by. */
function readListFile(path: string): [address: string, text: string][] {
  let text: string;
  let list: unknown;
  try {
    text = readFileSync(path, 'utf8');
    list = parseStrictJson(text);
  } catch (error) {
    if (error instanceof JsonFault) throw new UserError(`${path} is no status list: it is not JSON.`);
    throw new UserError(`The status list ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const addresses = [idOf(list), idOf(isRecord(list) ? list.credentialSubject : null)]
    .filter((id) => id !== null)
    .map((id) => id.replace(/#.*$/, ''));
  if (addresses.length === 0)
    throw new UserError(`${path} is no status list: it does not say which address it is from.`);
  return addresses.map((address) => [address, text]);
}

function idOf(value: unknown): string | null {
  return isRecord(value) && typeof value.id === 'string' ? value.id : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
