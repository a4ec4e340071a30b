import type { JsonValue } from '@pyladder/exam';
import { type RawBuilder, sql } from 'kysely';

/** An instant as the chain writes it: UTC with microseconds, whatever the session's time zone. */
const INSTANT = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

/** Every column of `audit_entries` as the chain's texts want it. */
export const factsOfEntry = [
  textOf('id').as('id'),
  textOf('issuer_id').as('issuerId'),
  sql<string>`to_char(audit_entries.at AT TIME ZONE 'UTC', ${INSTANT})`.as('at'),
  sql<string | null>`audit_entries.actor_id::text`.as('actorId'),
  textOf('action').as('action'),
  textOf('subject').as('subject'),
  textOf('subject_id').as('subjectId'),
  sql<JsonValue>`audit_entries.detail`.as('detail'),
] as const;

function textOf(column: string): RawBuilder<string> {
  return sql<string>`${sql.ref(`audit_entries.${column}`)}::text`;
}
