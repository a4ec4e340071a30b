import { isRecord, type JsonRecord, listOf, textOf } from '../badge/json.ts';

/** One place where an issuer says whether a credential still stands. */
export type StatusEntry =
  | { type: 'bitstring'; purpose: string; address: string; index: number; isOneBit: boolean }
  /** In a way that is not known here. */
  | { type: 'other'; purpose: string };

const bitstring = 'BitstringStatusListEntry';

/**
 * Reads the status entries of a credential in every spelling that is the same signed statement: a text or a list of that
 * text, an entry whole or in parts under one id. A holder whose badge was revoked may respell it, and must not hide the
 * entry from us by that.
 *
 * @returns null if an entry cannot be read for certain
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry
 */
export function readStatusEntries(value: unknown): StatusEntry[] | null {
  const entries = leavesOf(value);
  if (!entries.every(isRecord)) return null;
  const read = gather(entries).map(readEntry);
  if (!read.every((entry) => entry !== null)) return null;
  return [...new Map(read.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** What is said of one thing in several places is said of it all together. */
function gather(entries: readonly JsonRecord[]): JsonRecord[] {
  const gathered = new Map<unknown, Record<string, unknown>>();
  for (const entry of entries) {
    const name = textOf(entry.id) ?? entry;
    const known = gathered.get(name) ?? {};
    for (const [key, value] of Object.entries(entry)) known[key] = [...leavesOf(known[key]), ...leavesOf(value)];
    gathered.set(name, known);
  }
  return [...gathered.values()];
}

function readEntry(entry: JsonRecord): StatusEntry | null {
  const purpose = onlyText(entry.statusPurpose);
  if (!listOf(entry.type).includes(bitstring)) return { type: 'other', purpose: purpose ?? 'unknown' };
  const address = onlyText(entry.statusListCredential);
  const index = readIndex(onlyText(entry.statusListIndex));
  if (purpose === null || address === null || index === null) return null;
  const isOneBit = leavesOf(entry.statusSize).length === 0 || onlyText(entry.statusSize) === '1';
  return { type: 'bitstring', purpose, address, index, isOneBit };
}

/** Lists in lists are one list, and nothing is nothing. */
function leavesOf(value: unknown): unknown[] {
  return listOf(value).flatMap((one) => (Array.isArray(one) ? leavesOf(one) : listOf(one)));
}

/** The one text, number or address that is said, however often; null if there is none or more than one. */
function onlyText(value: unknown): string | null {
  const said = leavesOf(value).map((one) => (isRecord(one) ? (one.id ?? one['@value']) : one));
  const texts = new Set(said.map((one) => (typeof one === 'number' ? String(one) : one)));
  const [text] = texts;
  return texts.size === 1 ? textOf(text) : null;
}

function readIndex(text: string | null): number | null {
  return text !== null && /^(?:0|[1-9]\d{0,9})$/.test(text) ? Number(text) : null;
}
