import type { AuditFacts } from '@pyladder/exam';
import { sql } from 'kysely';

/** An entry as the chain's texts want it: the instant in UTC with microseconds, whatever the session's time zone. */
export const factsOfEntry = sql<AuditFacts>`
  jsonb_build_object(
    'id', audit_entries.id::text,
    'issuerId', audit_entries.issuer_id,
    'at', to_char(audit_entries.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actorId', audit_entries.actor_id,
    'action', audit_entries.action,
    'subject', audit_entries.subject,
    'subjectId', audit_entries.subject_id,
    'detail', audit_entries.detail)`;
