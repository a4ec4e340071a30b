import type { PaperServer } from './paperServer.ts';

/** `deaf` takes what is sent, and its answer is lost; `portal` is a network that wants a sign-in of its own first. */
export type WireState = 'whole' | 'cut' | 'deaf' | 'portal';

/** Stands for `fetch` between a room and a paper server; the wire can be cut. */
export type PaperWire = { state: WireState; fetch: typeof fetch };

export function wireTo(paper: PaperServer): PaperWire {
  const wire: PaperWire = {
    state: 'whole',
    async fetch(input, init = {}) {
      if (wire.state === 'cut') throw new TypeError('Failed to fetch');
      if (wire.state === 'portal') {
        return new Response('<h1>Welcome to the café</h1>', { headers: { 'content-type': 'text/html' } });
      }
      const headers = new Headers(init.headers);
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      const authorization = headers.get('authorization') ?? undefined;
      const reply = paper.answer(init.method ?? 'GET', String(input), authorization, body);
      if (wire.state === 'deaf') throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify(reply.body), {
        status: reply.status,
        headers: { 'content-type': 'application/json' },
      });
    },
  };
  return wire;
}
