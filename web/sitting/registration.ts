/**
 * Lets a reload without network still show the room. Where there can be no service worker (no TLS, private window) the
 * room works all the same as long as the page stays open.
 *
 * @returns whether one is registered
 */
export async function registerWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/room-worker.js', { scope: '/sittings/' });
    return true;
  } catch (cause) {
    // The network went away at this very moment (TypeError), or the browser's settings forbid it (DOMException).
    if (cause instanceof TypeError || cause instanceof DOMException) return false;
    throw cause;
  }
}
