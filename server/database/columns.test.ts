import { afterAll, expect, test } from 'vitest';
import { openTestDatabase } from './testing/test-database.ts';

const { pool, close } = await openTestDatabase();
afterAll(close);

async function read(expression: string): Promise<unknown> {
  const { rows } = await pool.query<{ value: unknown }>(`SELECT ${expression} AS value`);
  return rows[0]?.value;
}

test('counts and identities come out as numbers', async () => {
  expect(await read('count(*)')).toBe(1);
  expect(await read('9007199254740991::bigint')).toBe(Number.MAX_SAFE_INTEGER);
});

test('a number too large to be exact is an error, not another number', async () => {
  await expect(pool.query('SELECT 9007199254740993::bigint')).rejects.toThrow('9007199254740993');
});

test('a share of extra time comes out as a number', async () => {
  expect(await read('0.25::numeric(4,2)')).toBe(0.25);
});

test('a day stays that day in every time zone', async () => {
  expect(await read("'2026-03-29'::date")).toBe('2026-03-29');
});

test('an instant keeps its milliseconds', async () => {
  expect(await read("'2026-03-29T01:30:00.123Z'::timestamptz")).toEqual(new Date('2026-03-29T01:30:00.123Z'));
});

test('bytes come out as they went in', async () => {
  const { rows } = await pool.query<{ value: Buffer }>('SELECT $1::bytea AS value', [new Uint8Array([0, 255, 92, 39])]);
  expect([...(rows[0]?.value ?? [])]).toEqual([0, 255, 92, 39]);
});
