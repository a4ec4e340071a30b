import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { bindListener, type Listener } from './listener.ts';

const opened: Listener[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((listener) => listener.close()));
});

async function bound(host = '127.0.0.1', port = 0): Promise<Listener> {
  const listener = await bindListener({ host, port });
  opened.push(listener);
  return listener;
}

function slowApplication(): { application: Server; answer: () => void; asked: Promise<void> } {
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const application = createServer((_request, response) => {
    ask();
    void answered.then(() => response.end('saved'));
  });
  return { application, answer, asked };
}

test('until the application is there, a request is told to come back rather than left hanging', async () => {
  const listener = await bound();
  const reply = await fetch(`${listener.url}/api/health`);
  expect(reply.status).toBe(503);
  expect(reply.headers.get('retry-after')).toBe('1');
});

test('a second server on the same port says so', async () => {
  const { url } = await bound();
  const port = Number(new URL(url).port);
  await expect(bindListener({ host: '127.0.0.1', port })).rejects.toMatchObject({
    fault: { kind: 'port_taken', port },
  });
});

test.each(['192.0.2.7', 'no-such-host.invalid'])(
  'HOST=%s, which is not of this machine, is told as such',
  async (host) => {
    await expect(bindListener({ host, port: 0 })).rejects.toMatchObject({
      fault: { kind: 'host_not_assignable', host },
    });
  },
);

test('a server that listens everywhere names an address that can be opened', async () => {
  const { url } = await bound('0.0.0.0');
  expect((await fetch(url)).status).toBe(503);
});

test('a request under way when the server is stopped gets its answer, and its connection is closed', async () => {
  const listener = await bound();
  const { application, answer, asked } = slowApplication();
  listener.serve(application);
  const reply = fetch(listener.url);
  await asked;
  const closed = listener.close();
  answer();
  expect(await (await reply).text()).toBe('saved');
  await closed;
  await expect(fetch(listener.url)).rejects.toThrow();
});

test('an answer that had begun when the server is stopped is finished, and its connection does not linger', async () => {
  const listener = await bound();
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  listener.serve(
    createServer((_request, response) => {
      response.write('first half, ');
      void stopped.then(() => response.end('second half'));
    }),
  );
  const agent = new Agent({ keepAlive: true });
  const reply = await new Promise<IncomingMessage>((settle) => get(listener.url, { agent }, settle));
  const closed = listener.close();
  stop();
  expect(await text(reply)).toBe('first half, second half');
  await closed;
  agent.destroy();
}, 5000);

test('a connection that a browser keeps open does not delay the stop', async () => {
  const listener = await bound();
  listener.serve(createServer((_request, response) => response.end('saved')));
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((settle) =>
    get(listener.url, { agent }, (response) => response.resume().once('end', settle)),
  );
  await listener.close();
  agent.destroy();
}, 5000);

/** Sends bytes as they are and gives everything that comes back before the connection is closed. */
async function sendRaw({ url }: Listener, bytes: string): Promise<{ head: string; body: unknown }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body: body === '' ? null : JSON.parse(body) };
}

test.each([
  ['bytes that are no HTTP', '\u0000\u0001 nonsense\r\n\r\n', 400, 'invalid_request'],
  ['a method that nobody knows', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'invalid_request'],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n', 400, 'invalid_request'],
  [
    'two lengths of one body',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    400,
    'invalid_request',
  ],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400, 'invalid_request'],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n', 417, 'invalid_request'],
  ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(2_000_000)}`, 431, 'request_too_large'],
])('%s: answered as every other refusal is, and the connection is closed', async (_what, bytes, status, code) => {
  const listener = await bound();
  listener.serve(createServer((_request, response) => response.end('served')));
  const { head, body } = await sendRaw(listener, bytes);
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toMatch(/^content-type: application\/json; charset=utf-8\r?$/im);
  expect(head).toMatch(/^connection: close\r?$/im);
  expect(body).toEqual({ code, detail: {} });
  expect(await (await fetch(listener.url)).text()).toBe('served');
});

test('nonsense after a request whose answer has begun is not mixed into that answer', async () => {
  const listener = await bound();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  listener.serve(
    createServer((_request, response) => {
      response.write('first half');
      begin();
    }),
  );
  const socket = connect(Number(new URL(listener.url).port), '127.0.0.1', () =>
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'),
  );
  const said = text(socket);
  await begun;
  socket.write('\u0000 nonsense\r\n\r\n');
  expect(await said).not.toMatch(/HTTP\/1\.1 400/);
});
