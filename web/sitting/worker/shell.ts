/** What the room's page needs to open without network: addresses on this server, and a name that changes with them. */
export type Shell = { version: string; page: string; files: readonly string[] };

const PREFIX = 'pyladder-room ';

/** The cache of one version of the shell. */
export function cacheName({ version }: Pick<Shell, 'version'>): string {
  return PREFIX + version;
}

/** The caches of other versions; anything that is not the room's is left alone. */
export function outdatedCaches(names: readonly string[], shell: Pick<Shell, 'version'>): string[] {
  return names.filter((name) => name.startsWith(PREFIX) && name !== cacheName(shell));
}

export type Treatment =
  /** A room's page: the server's, or ours if the server is out of reach. */
  | 'page'
  /** A file whose name changes with its content: ours is as good. */
  | 'file'
  /** Everything else, and the API above all, goes to the server as if there were no worker. */
  | 'untouched';

/** What is to be done with a request. @param origin this server's */
export function treatmentOf(
  request: Pick<Request, 'method' | 'mode' | 'url'>,
  shell: Pick<Shell, 'files'>,
  origin: string,
): Treatment {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return 'untouched';
  if (request.mode === 'navigate') return url.pathname.startsWith('/sittings/') ? 'page' : 'untouched';
  return shell.files.includes(url.pathname) ? 'file' : 'untouched';
}

/** True for answers of a server that is not itself: a proxy says so while it starts again. */
export function isOutOfOrder(status: number): boolean {
  return status >= 500;
}
