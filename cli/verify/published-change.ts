import type { Claims } from '@pyladder/credentials';
import { FetchFault, fetchSafely } from '@pyladder/credentials/node';

/** Why a credential was withdrawn, as its issuer's site tells everybody. */
export type PublishedChange = { at: string; reason: string };

const LIMITS = { kind: 'json', maxBytes: 256 * 1024, limitMs: 10_000 } as const;
const REASONS: ReadonlySet<string> = new Set([
  'irregularity',
  'identity_not_confirmed',
  'issued_in_error',
  'requested_by_holder',
  'under_review',
]);
const HOSTED = /^\/credentials\/([0-9a-f-]{36})$/;

/** Asks the site of a trusted issuer when and why it withdrew a credential; null where it does not say. */
export async function fetchChange(
  { id }: Claims,
  { origins, signal }: { origins: ReadonlySet<string>; signal: AbortSignal },
): Promise<PublishedChange | null> {
  const url = URL.parse(id ?? '');
  const number = HOSTED.exec(url?.pathname ?? '')?.[1];
  if (url === null || number === undefined || !origins.has(url.origin)) return null;
  try {
    const wish = { ...LIMITS, allowed: origins, signal };
    const { bytes } = await fetchSafely(`${url.origin}/api/credentials/${number}`, wish);
    return readChange(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    // The verdict stands without its reason.
    if (error instanceof FetchFault || error instanceof SyntaxError) return null;
    throw error;
  }
}

function readChange(page: unknown): PublishedChange | null {
  if (typeof page !== 'object' || page === null || !('lastChange' in page)) return null;
  const { lastChange } = page;
  if (typeof lastChange !== 'object' || lastChange === null || !('at' in lastChange) || !('reason' in lastChange)) {
    return null;
  }
  const { at, reason } = lastChange;
  if (typeof at !== 'string' || typeof reason !== 'string') return null;
  return REASONS.has(reason) && !Number.isNaN(Date.parse(at)) ? { at, reason } : null;
}
