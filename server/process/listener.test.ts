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

test('bytes that are no HTTP at all cost their sender the connection, not the server', async () => {
  const listener = await bound();
  const { port } = new URL(listener.url);
  await new Promise<void>((settle) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'));
    socket.once('close', () => settle());
    socket.resume();
  });
  expect((await fetch(listener.url)).status).toBe(503);
});
