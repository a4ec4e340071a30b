import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';
import { type ColumnFacts, listColumns } from './column-facts.ts';
import { formatSource, SCHEMA_FILE } from './formatting.ts';
import { columnOverrides } from './overrides.ts';
import { writeSchemaSource } from './schema-source.ts';

const { pool, close } = await openTestDatabase();
afterAll(close);

const column: ColumnFacts = {
  schema: 'public',
  table: 'things',
  column: 'thing',
  type: 'text',
  isNullable: false,
  hasDefault: false,
  isGenerated: false,
  checks: [],
};

test('the table types that queries are checked against are those of the migrated database', async () => {
  const source = writeSchemaSource(await listColumns(pool));
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(formatSource(source));
});

test('every hand-given type belongs to a column that exists', async () => {
  const columns = await listColumns(pool);
  const names = columns.map(({ schema, table, column: name }) =>
    schema === 'public' ? `${table}.${name}` : `${schema}.${table}.${name}`,
  );
  expect(names).toEqual(expect.arrayContaining(Object.keys(columnOverrides)));
});

test('a column whose words the database lists takes no other word', () => {
  const checks = ["CHECK ((thing = ANY (ARRAY['open'::text, 'used'::text])))"];
  expect(writeSchemaSource([{ ...column, checks }])).toContain("thing: 'open' | 'used';");
});

test('a column that the database computes cannot be written', () => {
  expect(writeSchemaSource([{ ...column, isGenerated: true, isNullable: true }])).toContain(
    'thing: GeneratedAlways<string | null>;',
  );
});

test('a column type that nobody has decided on is refused rather than guessed', () => {
  expect(() => writeSchemaSource([{ ...column, type: 'money' }])).toThrow(
    'things.thing: nobody has decided how money is read',
  );
});
