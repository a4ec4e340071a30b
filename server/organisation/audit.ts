import type { Db } from '../deps.ts';

export type AuditEntry = {
  issuerId: string;
  /** Candidate id of who did it; null for the product itself (sweeper, jobs, start). */
  actorId: string | null;
  /** What was done, past tense: `sitting_submitted`. */
  action: string;
  /** Kind of thing it was done to (`sitting`), and its id. */
  subject: string;
  subjectId: string;
  /** Never a name, an address or an answer: entries are kept for good. */
  detail?: Record<string, unknown>;
};

/** Records an act in the transaction that does it: there is no act without its entry, and no entry without its act. */
export async function insertAuditEntry(tx: Db, { detail = {}, ...entry }: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_entries')
    .values({
      issuer_id: entry.issuerId,
      actor_id: entry.actorId,
      action: entry.action,
      subject: entry.subject,
      subject_id: entry.subjectId,
      detail: JSON.stringify(detail),
    })
    .execute();
}
