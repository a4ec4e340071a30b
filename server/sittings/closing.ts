import type { SubmissionReceipt } from '@pyladder/contract';
import { deadline, type Ending } from '@pyladder/exam';
import type { Db, Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { type Sitting, updateSubmitted } from './sittings.queries.ts';

/**
 * Ends a locked, running sitting in the caller's transaction: state, signed receipt, audit entry and the order to score,
 * all or nothing. Time ends a sitting at its deadline, however much later it is noticed.
 */
export async function closeSitting(
  deps: Deps,
  tx: Db,
  { sitting, endedBy, now }: { sitting: Sitting; endedBy: Ending; now: Date },
): Promise<SubmissionReceipt> {
  const { candidateId, id: sittingId } = sitting;
  const endedAt = endedBy === 'time' ? (deadline(sitting.timing) ?? now) : now;
  const facts = {
    sittingId,
    submittedAt: endedAt.toISOString(),
    endedBy,
    answers: sitting.place,
    chainHead: sitting.chain,
  };
  const receipt = { ...facts, signature: await deps.receiptKey.sign(facts) };
  await updateSubmitted(tx, { candidateId, sittingId }, receipt);
  await insertAuditEntry(tx, {
    issuerId: sitting.issuerId,
    actorId: endedBy === 'candidate' ? candidateId : null,
    action: 'sitting_submitted',
    subject: 'sitting',
    subjectId: sittingId,
    detail: { endedBy, answers: sitting.place },
  });
  await deps.jobs.enqueue(tx, 'score_sitting', { candidateId, sittingId });
  return receipt;
}
