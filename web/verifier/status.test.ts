// @vitest-environment node
import { expect, test } from 'vitest';
import { createStatusSource } from './worker/status.ts';

const ORIGIN = 'https://exams.example.org';
const LIST = `${ORIGIN}/status/1/revocation`;

function givenSource(...replies: (Response | Error)[]) {
  const asked: string[] = [];
  const source = createStatusSource(ORIGIN, async (address) => {
    asked.push(address);
    const reply = replies.shift() ?? new Response('a list');
    if (reply instanceof Error) throw reply;
    return reply;
  });
  return { source, asked };
}

test('lists of strangers are not asked for: nobody learns what is verified here', async () => {
  const { source, asked } = givenSource();
  expect(await source('https://elsewhere.example/status/1')).toBeNull();
  expect(await source('not an address')).toBeNull();
  expect(asked).toEqual([]);
});

test('ten thousand badges of one list cost one request', async () => {
  const { source, asked } = givenSource();
  const lists = await Promise.all(Array.from({ length: 10_000 }, () => source(LIST)));
  expect(new Set(lists)).toEqual(new Set(['a list']));
  expect(asked).toHaveLength(1);
});

test('a list that could not be had is asked for again, so that being offline is not remembered', async () => {
  const { source, asked } = givenSource(new TypeError('Failed to fetch'), new Response('', { status: 503 }));
  expect([await source(LIST), await source(LIST), await source(LIST)]).toEqual([null, null, 'a list']);
  expect(asked).toHaveLength(3);
});
