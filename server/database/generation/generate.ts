import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from '../pool.ts';
import { copyTemplate, createTemplate, raise } from '../testing/template.ts';
import { startTestServer } from '../testing/test-server.ts';
import { listColumns } from './column-facts.ts';
import { writeSchemaSource } from './schema-source.ts';

/** Writes `schema.ts` anew from a database that has all migrations. */
const file = join(import.meta.dirname, '..', 'schema.ts');
const server = await startTestServer();
try {
  writeFileSync(file, await readSchema(server.url));
} finally {
  await server.stop();
}
execFileSync('biome', ['format', '--write', file], { stdio: 'inherit' });

async function readSchema(url: string): Promise<string> {
  const pool = createPool({ connectionString: await copyTemplate(await createTemplate(url)), max: 1 }, raise);
  try {
    return writeSchemaSource(await listColumns(pool));
  } finally {
    await pool.end();
  }
}
