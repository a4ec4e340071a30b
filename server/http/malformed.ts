import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '@pyladder/contract';

const REFUSED = {
  400: 'invalid_request',
  408: 'request_too_slow',
  417: 'invalid_request',
  431: 'request_too_large',
} as const;
type Status = keyof typeof REFUSED;

/** A connection that is closed at once would take the answer with it if its client is still sending. */
const LINGER_MS = 1_000;

/** Answers bytes that are no request, as any other "no" is answered, and closes the connection. */
export function answerMalformed(error: Error, connection: Duplex): void {
  // Answered already, and still sending.
  if (connection.writableEnded) return;
  const code = 'code' in error ? error.code : null;
  if (code === 'ECONNRESET' || !connection.writable) return void connection.destroy();
  const status = statusOf(code);
  const body = bodyOf(status);
  const head = Object.entries({ ...headersOf(body), connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  connection.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...head, '', body].join('\r\n'));
  setTimeout(() => connection.destroy(), LINGER_MS).unref();
}

/** Answers a request that can be read, but is none that HTTP allows; the connection is closed. */
export function refuseRequest(response: ServerResponse, status: Status): void {
  const body = bodyOf(status);
  response.shouldKeepAlive = false;
  response.writeHead(status, headersOf(body)).end(body);
}

/** True if a request lacks the header that HTTP/1.1 demands. @see RFC 9112, section 3.2 */
export function lacksHost({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion === '1.1' && headers.host === undefined;
}

function statusOf(code: unknown): Status {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function bodyOf(status: Status): string {
  return JSON.stringify({ code: REFUSED[status], detail: {} } satisfies Problem);
}

function headersOf(body: string) {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  };
}
