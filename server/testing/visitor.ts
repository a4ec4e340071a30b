import type { Endpoint, Reply } from '@pyladder/contract';
import type { FastifyInstance, InjectOptions } from 'fastify';

// biome-ignore lint/suspicious/noExplicitAny: a test reads replies of every shape and asserts what it finds.
export type Answer<T = any> = { status: number; body: T; headers: Record<string, unknown>; text: string };

export type Asking = { params?: Record<string, string | number>; body?: unknown; headers?: Record<string, string> };

/** A browser, as far as the server can tell: keeps cookies, names its own origin, sends JSON. */
export type Visitor = {
  cookies: Map<string, string>;
  /** Calls an endpoint of the contract. @throws if the server fails (5xx), so that no test overlooks it */
  call<E extends Endpoint>(endpoint: E, asking?: Asking): Promise<Answer<Reply<E> & Record<string, unknown>>>;
  /** Sends a request as it is. @throws if the server fails (5xx) */
  send(request: InjectOptions): Promise<Answer>;
};

const HOST = '127.0.0.1:4400';

/** A visitor who has never been here, at `address`. */
export function newVisitor(app: FastifyInstance, address = '127.0.0.1'): Visitor {
  const cookies = new Map<string, string>();

  async function send(request: InjectOptions): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host: HOST, origin: `http://${HOST}`, ...(cookie && { cookie }), ...request.headers };
    const response = await app.inject({ remoteAddress: address, ...request, headers });
    if (response.statusCode >= 500) throw new Error(`${response.statusCode} ${response.body}`);
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    const { statusCode: status, body: text } = response;
    const isJson = String(response.headers['content-type']).includes('json') && text !== '';
    return { status, text, headers: response.headers, body: isJson ? JSON.parse(text) : null };
  }

  return {
    cookies,
    send,
    call: (endpoint, { params = {}, body, headers = {} } = {}) =>
      send({
        method: endpoint.method,
        url: endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name]))),
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      }),
  };
}
