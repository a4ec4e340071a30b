import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { PaperServer } from '../paperServer.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** As strict as the real one. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A paper server on a port of this machine, which also serves the built room. */
export type ListeningServer = {
  url: string;
  port: number;
  /** Ends it and every connection at once, as a power cut would. */
  stop(): Promise<void>;
  /** On the same port. */
  start(): Promise<void>;
};

/**
 * Serves a sitting.
 *
 * @param dist folder of the built site
 * @param wanted port, or 0 for any
 */
export async function listen(paper: PaperServer, dist: string, wanted = 0): Promise<ListeningServer> {
  let server = await open(paper, dist, wanted);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async stop() {
      if (!server.listening) return;
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
    async start() {
      server = await open(paper, dist, port);
    },
  };
}

async function open(paper: PaperServer, dist: string, port: number): Promise<Server> {
  const server = createServer((request, response) => void answer(paper, dist, request, response));
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  return server;
}

async function answer(
  paper: PaperServer,
  dist: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://paper');
  if (pathname.startsWith('/api/')) {
    const text = await textOf(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const reply = paper.answer(request.method ?? 'GET', pathname, request.headers.authorization, body);
    response.writeHead(reply.status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(reply.body));
    return;
  }
  const file = extname(pathname) === '' ? '/room.html' : pathname;
  const content = await readFile(join(dist, file)).catch(() => null);
  response.writeHead(content === null ? 404 : 200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'cache-control': 'no-cache',
  });
  response.end(content ?? 'nothing here');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
