import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves a folder to this machine alone, until it is disposed of. */
export async function serveFolder(folder: string): Promise<{ origin: string; dispose(): void }> {
  const server = createServer(async ({ url = '/' }, reply) => {
    const { pathname } = new URL(url, 'http://localhost');
    const content = await readFile(join(folder, pathname)).catch(() => null);
    if (content === null) reply.writeHead(404).end();
    else reply.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/javascript' }).end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    dispose() {
      server.closeAllConnections();
      server.close();
    },
  };
}
