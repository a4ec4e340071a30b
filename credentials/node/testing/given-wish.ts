import type { RequestListener } from 'node:http';
import { expect } from 'vitest';
import type { FetchFault } from '../fetch-fault.ts';
import { type FetchWish, fetchSafely } from '../fetch-safely.ts';
import { type GivenServer, networkOf } from './given-server.ts';

/** Longer than any test that does not wait for it. */
export const LIMIT_MS = 20_000;

/** A wish for what one server has, which it is allowed to be asked for. */
export function wishFor(server: GivenServer, change: Partial<FetchWish> = {}): FetchWish {
  return {
    allowed: new Set([server.origin]),
    kind: 'json',
    maxBytes: 1000,
    limitMs: LIMIT_MS,
    network: networkOf(server),
    ...change,
  };
}

export const sendJson: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8').end('{"ok":true}');
};

/** Why nothing came from an address; fails if something did. */
export async function faultOf(address: string, wish: FetchWish): Promise<Pick<FetchFault, 'code' | 'detail'>> {
  const found = await fetchSafely(address, wish).then(
    ({ bytes }) => new Error(`it came: ${Buffer.from(bytes)}`),
    (fault: unknown) => fault,
  );
  expect(found).toMatchObject({ name: 'FetchFault' });
  const { code, detail } = found as FetchFault;
  return { code, detail };
}
