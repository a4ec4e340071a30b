import type { ColumnFacts } from './column-facts.ts';
import { columnOverrides, overrideImports } from './overrides.ts';

/** Every type that may be used in a migration; another one needs a decision here and in `columns.ts`. */
const TYPES: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Bytes',
  date: 'string',
  'double precision': 'number',
  inet: 'string',
  integer: 'number',
  jsonb: 'Json<unknown>',
  'uuid[]': 'string[]',
  numeric: 'number',
  real: 'number',
  smallint: 'number',
  text: 'string',
  'text[]': 'string[]',
  'timestamp with time zone': 'Date',
  uuid: 'string',
  xid8: 'string',
};

/** The text of `schema.ts` for these columns. @throws Error for a column type that nobody has decided on */
export function writeSchemaSource(columns: ColumnFacts[]): string {
  const tables = Map.groupBy(columns, tableKey);
  const imports = Object.entries(overrideImports).map(
    ([room, names]) => `import type { ${names.join(', ')} } from '${room}';`,
  );
  const bodies = [...tables.values()].map((members) => {
    const lines = members.map((facts) => `  ${propertyName(facts.column)}: ${columnType(facts)};`);
    return `export type ${members.slice(0, 1).map(typeName).join('')} = {\n${lines.join('\n')}\n};\n`;
  });
  const entries = [...tables].map(
    ([key, members]) => `  ${propertyName(key)}: ${members.slice(0, 1).map(typeName).join('')};`,
  );
  return [
    '// Written by `node server/database/generation/generate.ts` from the migrated database. Do not edit.',
    ...imports,
    "import type { GeneratedAlways } from 'kysely';",
    "import type { Bytes, Defaulted, Json } from './columns.ts';",
    '',
    ...bodies,
    '/** Every table by its name in queries. */',
    `export type Database = {\n${entries.join('\n')}\n};`,
    '',
  ].join('\n');
}

function columnType(facts: ColumnFacts): string {
  const { isNullable, hasDefault, isGenerated } = facts;
  const type = `${valueType(facts)}${isNullable ? ' | null' : ''}`;
  if (isGenerated) return `GeneratedAlways<${type}>`;
  return hasDefault ? `Defaulted<${type}>` : type;
}

function valueType(facts: ColumnFacts): string {
  const override = columnOverrides[`${tableKey(facts)}.${facts.column}`];
  if (override !== undefined) return override;
  const type = TYPES[facts.type];
  if (type === undefined)
    throw new Error(`${tableKey(facts)}.${facts.column}: nobody has decided how ${facts.type} is read`);
  return listedWords(facts) ?? type;
}

/** A column whose CHECK lists its words is a union of them. */
function listedWords({ checks }: ColumnFacts): string | null {
  for (const check of checks) {
    const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[((?:'\w+'::text(?:, )?)+)\]\)\)\)$/.exec(check)?.[1];
    if (list !== undefined) return list.replaceAll('::text', '').replaceAll(', ', ' | ');
  }
  return null;
}

function tableKey({ schema, table }: ColumnFacts): string {
  return schema === 'public' ? table : `${schema}.${table}`;
}

function typeName(facts: ColumnFacts): string {
  const words = tableKey(facts)
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}

function propertyName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
}
