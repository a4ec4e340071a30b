import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** Where the types of the tables are kept. */
export const SCHEMA_FILE = join(PROJECT, 'server', 'database', 'schema.ts');

/** TypeScript source as the project's formatter writes it. */
export function formatSource(source: string): string {
  const formatter = join(PROJECT, 'node_modules', '.bin', 'biome');
  return execFileSync(formatter, ['format', '--stdin-file-path', SCHEMA_FILE], {
    cwd: PROJECT,
    input: source,
    encoding: 'utf8',
  });
}
