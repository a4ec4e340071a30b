import { Problem } from '@pyladder/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { issueSittingToken } from '../sittings/token.ts';
import { endpoints } from '../testing/endpoints.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

/** What people and programs send who mean no good, or do not know better. */
const POISON = [
  '\0',
  'a\0b',
  '\ud800',
  '\udfff tail',
  "'; DROP TABLE candidates; --",
  '<script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>%s%n',
  '../../etc/passwd',
  '9'.repeat(400),
  'x'.repeat(60_000),
  '\u202e\ufeff\u0000',
  '',
  ' ',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];
const NUMBERS = [0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), Number.MIN_VALUE];

const poison: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...POISON, ...NUMBERS, null, true, [], {}),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.integer({ min: 1, max: 3000 }).map((depth) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
);

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Values that a schema nearly takes: right in shape, with something wrong here and there, so that checks deep inside meet it. */
function nearly(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fitting = matching(schema);
  return fc.oneof({ weight: 12, arbitrary: fitting }, { weight: 1, arbitrary: poison });
}

function matching(schema: JsonSchema): fc.Arbitrary<unknown> {
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => nearly(choice as JsonSchema)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const parts = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, nearly(part as JsonSchema)]);
      return fc.record(Object.fromEntries(parts), { requiredKeys: (schema.required ?? []) as never[] });
    }
    case 'array':
      return fc.array(nearly(schema.items as JsonSchema), { minLength: schema.minItems ?? 0, maxLength: 5 });
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 99, 10_000) }),
        fc.constantFrom(...NUMBERS),
      );
    case 'boolean':
      return fc.boolean();
    default:
      return poison;
  }
}

function text({ format, pattern }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (pattern?.startsWith('^[A-Za-z0-9_-]')) return fc.stringMatching(/^[A-Za-z0-9_-]{8,32}$/);
  return fc.oneof(
    fc.constantFrom('pcep', 'pcap', 'real', 'mock'),
    fc.string({ minLength: 10 }),
    fc.constantFrom(...POISON),
  );
}

const jsonSchemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
const address = fc.ipV4();

let server: TestApp;
let sessions: string[];
beforeAll(async () => {
  server = await openTestApp();
  const people = [await server.candidate(), await server.staff('examiner'), await server.staff('administrator')];
  sessions = people.map(({ cookies }) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
});
afterAll(() => server.close());

type Shot = { url: string; headers: Record<string, string>; payload: string; remoteAddress: string; method: string };

/** A good answer is the contract's, a bad one a problem; nothing is ever the server's own fault. */
async function fire({ method, ...shot }: Shot): Promise<void> {
  const before = server.logged.length;
  const response = await server.app.inject({ ...shot, method: method as 'GET' });
  const fault = server.logged.slice(before).find((line) => line.includes('request failed'));
  // 503 is no fault where a part is not there yet, as health says it.
  const isFault = response.statusCode >= 500 && response.statusCode !== 503;
  expect(isFault ? [response.statusCode, fault] : null).toBeNull();
  if (response.statusCode >= 400 && response.statusCode !== 503 && method !== 'HEAD') {
    expect(Problem.safeParse(JSON.parse(response.body)).success).toBe(true);
  }
}

describe.each(endpoints)('%s', (_name, endpoint) => {
  const { method, params, body } = endpoint;
  const pathParameters = params ? nearly(jsonSchemaOf(params)) : fc.constant({});

  const url = pathParameters.map((values) =>
    endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = (values as Record<string, unknown> | null)?.[name];
      return (
        encodeURIComponent(
          String(typeof value === 'object' ? '-' : value)
            .toWellFormed()
            .slice(0, 90),
        ) || '-'
      );
    }),
  );

  const credentials = fc.oneof(
    fc.constant({}),
    fc.nat(2).map((index) => ({ cookie: sessions[index] ?? '' })),
    fc
      .constantFrom('pyladder-session=%00.%00', 'pyladder-session=', 'a=b;=;;', 'pyladder-session="x.y"')
      .map((cookie) => ({ cookie })),
    fc.base64String().map((token) => ({ authorization: `Bearer ${token}` })),
  );

  test('no JSON that nearly fits makes the server fail', async () => {
    const payload = (body ? nearly(jsonSchemaOf(body)) : poison).map((value) => JSON.stringify(value) ?? 'null');
    await fc.assert(
      fc.asyncProperty(url, payload, credentials, address, async (target, text, credential, remoteAddress) => {
        const sittingId = target.split('/')[3] ?? '';
        const isUuid = z.uuid().safeParse(sittingId).success;
        const key = { candidateId: sittingId, sittingId };
        const token = issueSittingToken(server.deps.installation.tokenSecret, key, new Date());
        const own = endpoint.may.includes('sitting-token') && isUuid ? { authorization: `Bearer ${token}` } : {};
        const headers = { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400', 'content-type': 'application/json' };
        const request = {
          url: target,
          headers: { ...headers, ...credential, ...own },
          payload: method === 'GET' ? '' : text,
        };
        await fire({ ...request, method, remoteAddress });
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
    const raw = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...POISON, '{', '[[[[', '"\\ud800"', '1e999'));
    await fc.assert(
      fc.asyncProperty(url, methods, types, raw, address, async (target, other, type, payload, remoteAddress) => {
        const headers = { host: '127.0.0.1:4400', origin: 'http://127.0.0.1:4400', 'content-type': type };
        const text = other === 'GET' || other === 'HEAD' ? '' : payload.toWellFormed();
        await fire({ url: target, method: other, headers, payload: text, remoteAddress });
      }),
      { numRuns: 40 },
    );
  });
});
