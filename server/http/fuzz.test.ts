import { GetHealth, Problem } from '@pyladder/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenBank } from '../banks/testing/given-bank.ts';
import { givenRegistration, givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import { endpoints } from '../testing/endpoints.ts';
import { nearly, POISON, poison } from '../testing/nearly.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import type { Visitor } from '../testing/visitor.ts';

/** Stand for things that exist; each is put in where it appears, so that attacks reach behind the first door. */
const SITTING = '00000000-0000-4000-8000-000000000001';
const REGISTRATION = '00000000-0000-4000-8000-000000000002';
const OPTION = 'an-option';
const KNOWN = [SITTING, REGISTRATION, OPTION];

const LOCAL = { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400' };

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp();
  for (const pool of ['practice', 'exam'] as const) await givenBank(server.deps, pool);
});
afterAll(() => server.close());

const cookieOf = ({ cookies }: Visitor) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** A running sitting and an unused registration of one person, and staff; made anew for each endpoint, some end what they meet. */
async function givenWorld() {
  const { candidate, key, bearer, option } = await givenRunningSitting(server);
  const registrationId = await givenRegistration(candidate, 'real');
  const staff = [await server.staff('examiner'), await server.staff('administrator')];
  const cookies = [candidate, ...staff].map(cookieOf);
  const real = new Map([
    [SITTING, key.sittingId],
    [REGISTRATION, registrationId],
    [OPTION, option(0, 0)],
  ]);
  const withReal = (text: string) => [...real].reduce((so, [word, id]) => so.replaceAll(word, id), text);
  return { withReal, bearer, cookies };
}

type Shot = { url: string; headers: Record<string, string>; payload: string; remoteAddress: string; method: string };

/** Whatever comes in, the answer is a success or a problem as agreed; it is never the server's own fault. */
async function fire({ method, ...shot }: Shot): Promise<void> {
  const before = server.logged.length;
  const { statusCode, body } = await server.app.inject({ ...shot, method: method as 'GET' });
  const isHealth = shot.url.startsWith(GetHealth.path);
  const isFault = statusCode >= 500 && !(isHealth && statusCode === 503);
  expect(isFault ? [statusCode, server.logged.slice(before).join('\n')] : null).toBeNull();
  if (statusCode >= 400 && !isHealth && method !== 'HEAD') {
    expect(Problem.safeParse(JSON.parse(body)).success).toBe(true);
  }
}

const address = fc.ipV4();

describe.each(endpoints)('%s', (_name, { method, path, params, body }) => {
  let world: Awaited<ReturnType<typeof givenWorld>>;
  beforeAll(async () => {
    world = await givenWorld();
  });

  const url = (params ? nearly(params, KNOWN) : fc.constant({})).map((values) =>
    path.replace(/:(\w+)/g, (_, name: string) => {
      const value = (values as Record<string, unknown> | null)?.[name];
      const text = typeof value === 'object' ? '' : String(value).toWellFormed().slice(0, 90);
      return encodeURIComponent(text) || '-';
    }),
  );

  const credentials = fc.oneof(
    { weight: 6, arbitrary: fc.nat(2).map((index) => () => ({ cookie: world.cookies[index] ?? '', ...world.bearer })) },
    fc.constant(() => ({})),
    fc
      .constantFrom('pyladder-session=%00.%00', 'pyladder-session=', 'a=b;=;;', 'pyladder-session="x.y"')
      .map((cookie) => () => ({ cookie })),
    fc.base64String().map((token) => () => ({ authorization: `Bearer ${token}` })),
  );

  test('no JSON that nearly fits makes the server fail', async () => {
    const payload = (body ? nearly(body, KNOWN) : fc.oneof(fc.constant({}), poison)).map((value) =>
      JSON.stringify(value),
    );
    await fc.assert(
      fc.asyncProperty(url, payload, credentials, address, async (target, text, credential, remoteAddress) => {
        await fire({
          method,
          url: world.withReal(target),
          headers: { ...LOCAL, 'content-type': 'application/json', ...credential() },
          payload: method === 'GET' ? '' : world.withReal(text),
          remoteAddress,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('no other method, type or raw bytes make the server fail', async () => {
    const methods = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');
    const types = fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'multipart/form-data',
      'application/xml',
      ';',
      'a/b/c',
    );
    const raw = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...POISON, '{', '[[[[', '"\\ud800"', '1e999', '{"a":"\\u0000"}'),
    );
    await fc.assert(
      fc.asyncProperty(url, methods, types, raw, credentials, async (target, other, type, text, credential) => {
        await fire({
          method: other,
          url: world.withReal(target),
          headers: { ...LOCAL, 'content-type': type, ...credential() },
          payload: other === 'GET' || other === 'HEAD' ? '' : text.toWellFormed(),
          remoteAddress: '127.0.0.1',
        });
      }),
      { numRuns: 40 },
    );
  });
});
