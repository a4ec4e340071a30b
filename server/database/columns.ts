import type { ColumnType } from 'kysely';
import pg from 'pg';

/** A `jsonb` column: read as `T`, written as text (`pg` would take a bare array for a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>;

/** A `bytea` column. */
export type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;

/** A column that the database fills when an insert leaves it out. */
export type Defaulted<T> =
  T extends ColumnType<infer Select, infer Insert, infer Update>
    ? ColumnType<Select, Insert | undefined, Update>
    : ColumnType<T, T | undefined, T>;

const { builtins } = pg.types;

/**
 * How values come out of the database, decided once, for our pools only.
 * `bigint` is a number, and too large a one is an error rather than another number; `numeric` is a number (we keep ratios
 * in it, never money); a `date` is the text of that day, for as a moment it would depend on a time zone.
 */
export const columnParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
    if (oid === builtins.INT8) return parseWhole;
    if (oid === builtins.NUMERIC) return Number;
    if (oid === builtins.DATE) return String;
    return pg.types.getTypeParser(oid, 'text');
  },
};

/** @throws RangeError beyond 2^53 */
function parseWhole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number exactly`);
  return value;
}
