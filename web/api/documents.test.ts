import { afterEach, expect, test, vi } from 'vitest';
import { NetworkError } from './call.ts';
import { fetchDocument } from './documents.ts';

afterEach(() => vi.unstubAllGlobals());

function answerWith(reply: () => Response | Promise<Response>): void {
  vi.stubGlobal('fetch', async () => reply());
}

test('a credential whose download breaks off is asked for again, not called a fault of the page', async () => {
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetchDocument('a')).rejects.toThrow(NetworkError);
  const broken = () => new ReadableStream({ start: (body) => body.error(new TypeError('network error')) });
  answerWith(() => new Response(broken(), { status: 200 }));
  await expect(fetchDocument('a')).rejects.toThrow(NetworkError);
});

test('a credential that does not exist is told apart from one that cannot be had now, and a document is left as it is', async () => {
  answerWith(() => new Response('', { status: 404 }));
  await expect(fetchDocument('a')).rejects.toMatchObject({ code: 'not_found', status: 404 });
  answerWith(() => new Response('', { status: 503 }));
  await expect(fetchDocument('a')).rejects.toMatchObject({ code: 'fault', status: 503 });
  answerWith(() => new Response('{ "a":1 }'));
  expect(await fetchDocument('a')).toBe('{ "a":1 }');
});
