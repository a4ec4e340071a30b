import { GetMe, GetResult, SignIn } from '@pyladder/contract';
import { afterEach, expect, test, vi } from 'vitest';
import { nobody } from '../testing/renderSite.tsx';
import { call, NetworkError, ProblemError } from './call.ts';

afterEach(() => vi.unstubAllGlobals());

function answerWith(reply: () => Response | Promise<Response>) {
  const fetch = vi.fn(async (_path: string, _request: RequestInit) => reply());
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

test('an id in an address cannot lead to another endpoint', async () => {
  const fetch = answerWith(() => Response.json({ code: 'not_found', detail: {} }, { status: 404 }));
  await expect(call(GetResult, { params: { sittingId: '../../me?x=' } })).rejects.toThrow(ProblemError);
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/sittings/..%2F..%2Fme%3Fx%3D/result');
});

test('a refusal keeps its code, so that the page can say what to do', async () => {
  answerWith(() => Response.json({ code: 'too_many_attempts', detail: { seconds: 60 } }, { status: 429 }));
  const refused = call(SignIn, { body: { email: 'ada@example.org', password: 'x' } });
  await expect(refused).rejects.toMatchObject({ code: 'too_many_attempts', status: 429, detail: { seconds: 60 } });
});

test('an error page of something in between is a fault, not a crash', async () => {
  answerWith(() => new Response('<html>Bad gateway</html>', { status: 502 }));
  await expect(call(GetMe, {})).rejects.toMatchObject({ code: 'fault', status: 502 });
});

test('a server that cannot be reached is told apart from one that refuses', async () => {
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(call(GetMe, {})).rejects.toThrow(NetworkError);
});

test('a network that dies in the middle of a reply is a dead network, not a fault of the page', async () => {
  const broken = () => new ReadableStream({ start: (body) => body.error(new TypeError('network error')) });
  answerWith(() => new Response(broken(), { status: 200 }));
  await expect(call(GetMe, {})).rejects.toThrow(NetworkError);
  answerWith(() => new Response(broken(), { status: 404 }));
  await expect(call(GetMe, {})).rejects.toThrow(NetworkError);
});

test('a reply that is not what the contract says is never shown', async () => {
  answerWith(() => Response.json({ person: { name: 42 } }));
  await expect(call(GetMe, {})).rejects.toThrow();
  answerWith(() => Response.json({ ...nobody, surprise: true }));
  expect(await call(GetMe, {})).toEqual(nobody);
});
