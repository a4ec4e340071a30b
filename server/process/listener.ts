import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { answerMalformed, lacksHost, refuseRequest } from '../http/malformed.ts';
import { type Fault, StartFault } from './faults.ts';

/** The port, taken before anything else is begun, so that a second start fails at once and touches nothing. */
export type Listener = {
  /** Where it listens, with the real port, such as `http://127.0.0.1:4400`. */
  url: string;
  /** From now on every request goes to this application; before, each is answered 503. */
  serve: (application: Server) => void;
  /** Takes no more connections, lets running requests finish, closes. Safe to call twice. */
  close: () => Promise<void>;
};

/** Longer than the usual proxy keeps a connection, so that the proxy closes it and never meets one just closed. */
const KEEP_ALIVE_MS = 72_000;
const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;
/** Patience with running requests when closing; a save takes milliseconds. */
const DRAIN_MS = 10_000;

const STARTING = JSON.stringify({ code: 'starting', detail: {} });

/** @throws StartFault port_taken | port_forbidden | host_not_assignable */
export async function bindListener({ host, port }: { host: string; port: number }): Promise<Listener> {
  let application: Server | null = null;
  const running = new Set<ServerResponse>();
  const server = createServer({
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    // Missed here, and answered like everything else.
    requireHostHeader: false,
  });
  server.on('request', (request, response) => {
    running.add(response);
    response.once('close', () => running.delete(response));
    response.shouldKeepAlive &&= server.listening;
    if (lacksHost(request)) refuseRequest(response, 400);
    else if (application === null) refuse(response);
    else application.emit('request', request, response);
  });
  server.on('checkExpectation', (_request, response) => refuseRequest(response, 417));
  server.on('clientError', (error, socket) => {
    // Nothing can be put into an answer that has begun.
    const hasBegun = [...running].some((response) => response.socket === socket && response.headersSent);
    if (hasBegun) socket.destroy();
    else answerMalformed(error, socket);
  });
  await listen(server, host, port);

  let closing: Promise<void> | null = null;
  return {
    url: urlOf(server, host),
    serve: (next) => {
      application = next;
    },
    close: () => (closing ??= close(server, running)),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((settle, fail) => {
    server.once('error', (error) => {
      const fault = readBindFault('code' in error ? error.code : null, host, port);
      fail(fault === null ? error : new StartFault(fault, { cause: error }));
    });
    server.listen({ host, port, backlog: 1024 }, settle);
  });
}

function readBindFault(code: unknown, host: string, port: number): Fault | null {
  switch (code) {
    case 'EADDRINUSE':
      return { kind: 'port_taken', host, port };
    case 'EACCES':
      return { kind: 'port_forbidden', host, port };
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return { kind: 'host_not_assignable', host };
    default:
      return null;
  }
}

async function close(server: Server, running: Set<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((settle) => server.close(() => settle()));
  // A connection that stays open after its answer would be waited for as long as its client pleases.
  for (const response of running) {
    response.shouldKeepAlive = false;
    // One whose headers were sent already said otherwise; its connection is closed when the answer is out.
    response.once('close', () => setImmediate(() => server.closeIdleConnections()));
  }
  const late = new AbortController();
  const cut = pause(DRAIN_MS, undefined, { signal: late.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  await closed;
  late.abort();
  await cut;
}

function refuse(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' }).end(STARTING);
}

/** A program that listens everywhere is reached here by the loopback address. */
function urlOf(server: Server, host: string): string {
  // Listening on a port (never on a pipe), so the address is one.
  const { port } = server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
