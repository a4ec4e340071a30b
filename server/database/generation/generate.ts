import { writeFileSync } from 'node:fs';
import { createPool } from '../pool.ts';
import { copyTemplate, createTemplate, raise } from '../testing/template.ts';
import { startTestServer } from '../testing/test-server.ts';
import { listColumns } from './column-facts.ts';
import { formatSource, SCHEMA_FILE } from './formatting.ts';
import { writeSchemaSource } from './schema-source.ts';

/** Writes `schema.ts` anew from a database that has all migrations. */
const server = await startTestServer();
try {
  writeFileSync(SCHEMA_FILE, formatSource(await readSchema(server.url)));
} finally {
  await server.stop();
}

async function readSchema(url: string): Promise<string> {
  const pool = createPool({ connectionString: await copyTemplate(await createTemplate(url)), max: 1 }, raise);
  try {
    return writeSchemaSource(await listColumns(pool));
  } finally {
    await pool.end();
  }
}
