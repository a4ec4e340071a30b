import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../../user-error.ts';
import type { PageFiles } from './page-files.ts';
import type { PreviewSession } from './preview-session.ts';

export type PreviewServer = {
  /** Where the page is. */
  address: string;
  close(): Promise<void>;
};

export type ServerWish = {
  page: PageFiles;
  session: PreviewSession;
  /** 0: any that is free. */
  port: number;
};

/** Nobody else's page may show ours, and ours asks nobody else for anything. */
const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Serves the page and the news for it, to this machine only. @throws UserError if the port is taken */
export async function servePreview({ page, session, port }: ServerWish): Promise<PreviewServer> {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isForUs(request)) return refuse(response, 421, 'This preview answers at 127.0.0.1 only.');
    if (request.method !== 'GET') return refuse(response, 405, 'A preview is only looked at.');
    const path = request.url?.split('?')[0] ?? '/';
    if (path === '/changes') return tellChanges(response, session);
    const file = page.get(path === '/' ? '/index.html' : path);
    if (file === undefined) return refuse(response, 404, 'There is nothing here.');
    response.writeHead(200, { 'content-type': file.type }).end(file.body);
  });
  await new Promise<void>((settle, fail) => {
    server.once('listening', settle).once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      fail(isTaken ? new UserError(`Port ${port} cannot be had. Name another, or leave out --port.`) : error);
    });
    server.listen(port, '127.0.0.1');
  });
  return {
    address: `http://127.0.0.1:${portOf(server.address())}/`,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

/** A page elsewhere can have its own name lead here; its requests bear that name. */
function isForUs({ headers: { host }, socket }: IncomingMessage): boolean {
  return host === `127.0.0.1:${socket.localPort}` || host === `localhost:${socket.localPort}`;
}

/** What there is, at once, and again whenever it changes, as server-sent events. */
function tellChanges(response: ServerResponse, session: PreviewSession): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  const unsubscribe = session.subscribe((preview) => response.write(`data: ${JSON.stringify(preview)}\n\n`));
  response.on('close', unsubscribe);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${why}\n`);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('a server that listens on a port has one');
  return address.port;
}
