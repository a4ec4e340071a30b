import { PUBLIC_ADDRESSES, Purpose, ROOM_ADDRESSES, SITE_ADDRESSES } from '@pyladder/contract';
import type { Ladder } from '@pyladder/exam';
import { z } from 'zod';

/**
 * Which page an address leads to: one of the site, an exam room, or none. A page for everybody comes with its path as it
 * is passed on, however the address was written.
 */
export type Page = { kind: 'public'; path: string } | { kind: 'site' } | { kind: 'room' } | null;

/** Finds the page of an address path. */
export type FindPage = (path: string) => Page;

type PartCheck = (part: string) => boolean;

/** The pages that an installation with this ladder has. What a person may see there, the page itself finds out. */
export function createPageFinder(ladder: Ladder): FindPage {
  const ids = new Set(ladder.credentials.map(({ id }) => id));
  const isUuid: PartCheck = (part) => z.uuid().safeParse(part).success;
  const checks: Readonly<Record<string, PartCheck>> = {
    candidateId: isUuid,
    credentialId: (part) => ids.has(part),
    id: isUuid,
    purpose: (part) => Purpose.safeParse(part).success,
    sittingId: isUuid,
  };
  const isPublic = (address: string) => PUBLIC_ADDRESSES.some((one) => one === address);
  const patterns = [
    ...ROOM_ADDRESSES.map((address) => ({ address, kind: 'room' as const })),
    ...SITE_ADDRESSES.map((address) => ({
      address,
      kind: isPublic(address) ? ('public' as const) : ('site' as const),
    })),
  ].map((page) => ({ ...page, pattern: readPattern(page.address, checks) }));
  return (path) => {
    const parts = partsOf(path);
    if (parts === null) return null;
    const found = patterns.find(({ pattern }) => matches(pattern, parts));
    if (found === undefined) return null;
    const { address, kind } = found;
    return kind === 'public' ? { kind, path: fillPattern(address, parts) } : { kind };
  };
}

/** The address with its names filled in, and its words as they are spelt here. */
function fillPattern(address: string, parts: readonly string[]): string {
  const words = (partsOf(address) ?? []).map((word, at) => (word.startsWith('$') ? (parts[at] ?? '') : word));
  return `/${words.join('/')}`;
}

/** A check for each part; what has no check of its own may be any word. */
function readPattern(address: string, checks: Readonly<Record<string, PartCheck>>): PartCheck[] {
  return (partsOf(address) ?? []).map((word) => {
    if (!word.startsWith('$')) return (part) => part.toLowerCase() === word;
    return checks[word.slice(1)] ?? ((part) => part !== '');
  });
}

function matches(pattern: readonly PartCheck[], parts: readonly string[]): boolean {
  return pattern.length === parts.length && pattern.every((check, at) => check(parts[at] ?? ''));
}

/** One slash more at the end leads to the same page, as in the site's router. Null for what cannot be decoded. */
function partsOf(path: string): string[] | null {
  const parts = path.slice(1).split('/');
  if (parts.at(-1) === '') parts.pop();
  try {
    return parts.map((part) => decodeURIComponent(part));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
