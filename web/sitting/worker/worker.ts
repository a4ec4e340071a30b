import { cacheName, isOutOfOrder, outdatedCaches, type Shell, treatmentOf } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build (web/build/roomWorker.ts). */
declare const __ROOM_SHELL__: Shell;

const shell: Shell = __ROOM_SHELL__;

/** How long the server may take for a room's page before ours is shown, in milliseconds. */
const PATIENCE = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(storeShell());
});

// A new version waits until no room of the old one is open: a page never meets files of another version.
self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const treatment = treatmentOf(event.request, shell, self.location.origin);
  if (treatment === 'page') event.respondWith(answerPage(event.request));
  else if (treatment === 'file') event.respondWith(answerFile(event.request));
});

async function storeShell(): Promise<void> {
  const cache = await caches.open(cacheName(shell));
  // All or nothing: if one file is missing, the old version stays.
  await cache.addAll(shell.files.map((path) => new Request(path, { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(outdatedCaches(names, shell).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answerPage(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName(shell))).match(shell.page);
  if (kept === undefined) return fetch(request);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    return isOutOfOrder(response.status) ? kept : response;
  } catch (cause) {
    // No network, or one that does not answer: that is what the kept page is for.
    if (cause instanceof TypeError || cause instanceof DOMException) return kept;
    throw cause;
  }
}

async function answerFile(request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName(shell))).match(new URL(request.url).pathname);
  return kept ?? fetch(request);
}
