import type { StatusSource } from '@pyladder/credentials';

/** How long a list is good for: thousands of credentials that are verified in one go share one. */
const KEPT_MS = 5_000;

/**
 * Brings the status lists of the site's own origin. Those of other origins are not asked for: the page must not tell
 * strangers what is being verified here, and our content security policy forbids it too.
 */
export function createStatusSource(origin: string, fetchList: (address: string) => Promise<Response>): StatusSource {
  const kept = new Map<string, { until: number; list: Promise<string | null> }>();
  return (address) => {
    if (!URL.canParse(address) || new URL(address).origin !== origin) return Promise.resolve(null);
    const known = kept.get(address);
    if (known !== undefined && known.until > Date.now()) return known.list;
    const list = fetchList(address).then(
      (response) => (response.ok ? response.text() : null),
      // Not reached. What that means for a verdict is told by the check itself: its status is unknown.
      () => null,
    );
    kept.set(address, { until: Date.now() + KEPT_MS, list });
    // What could not be had is asked for again by the next.
    void list.then((text) => text === null && kept.delete(address));
    return list;
  };
}
