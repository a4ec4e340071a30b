import { expect, inject, test } from 'vitest';
import { MIGRATIONS_FOLDER, migrate, readMigrations } from '../database/migrate.ts';
import { createPool } from '../database/pool.ts';
import { createEmptyDatabase, databaseOf, dropDatabase, raise } from '../database/testing/template.ts';

test('entries from before there were seals wait for one after an upgrade, and none is left out', async () => {
  const server = inject('testServer');
  const url = await createEmptyDatabase(server.url);
  const pool = createPool({ connectionString: url, max: 1 }, raise);
  const migrations = readMigrations(MIGRATIONS_FOLDER);
  await migrate(
    pool,
    migrations.filter(({ number }) => number < 9),
  );
  await pool.query("INSERT INTO issuers (slug, name, is_demo) VALUES ('main', 'Ladder College', false)");
  const write = `
    INSERT INTO audit_entries (issuer_id, action, subject, subject_id)
    SELECT id, 'sitting_swept', 'sitting', 'one' FROM issuers RETURNING id`;
  const ids = [];
  for (let nth = 0; nth < 3; nth++) ids.push((await pool.query(write)).rows[0].id);
  await migrate(pool, migrations);
  ids.push((await pool.query(write)).rows[0].id);
  const { rows } = await pool.query('SELECT entry_id AS id FROM audit_unsealed ORDER BY entry_id');
  expect(rows.map(({ id }) => id)).toEqual(ids);
  await pool.end();
  await dropDatabase(server.url, databaseOf(url));
});
