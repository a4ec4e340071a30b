import type pg from 'pg';

export type ColumnFacts = {
  schema: string;
  table: string;
  column: string;
  /** As PostgreSQL names it, without a length: `text`, `timestamp with time zone`, `jsonb`. */
  type: string;
  isNullable: boolean;
  hasDefault: boolean;
  /** Computed by the database or an identity: never written. */
  isGenerated: boolean;
  /** The definitions of the CHECK constraints on this column alone. */
  checks: string[];
};

/** Every column of our tables, ordered. Bookkeeping of the migrations and of the job queue (schema `jobs`) is not ours to type. */
export async function listColumns(pool: pg.Pool): Promise<ColumnFacts[]> {
  const { rows } = await pool.query<ColumnFacts>(`
    SELECT n.nspname AS schema, c.relname AS "table", a.attname AS "column", format_type(a.atttypid, NULL) AS type,
           NOT a.attnotnull AS "isNullable", a.atthasdef AND a.attgenerated = '' AS "hasDefault",
           a.attgenerated <> '' OR a.attidentity = 'a' AS "isGenerated",
           ARRAY(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
                  WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] ORDER BY k.conname) AS checks
      FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
       AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'jobs') AND n.nspname !~ '^pg_'
       AND c.relname <> 'schema_migrations'
     ORDER BY n.nspname = 'public' DESC, n.nspname COLLATE "C", c.relname COLLATE "C", a.attnum`);
  return rows;
}
