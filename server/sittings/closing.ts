import type { SubmissionReceipt } from '@pyladder/contract';
import { deadline, type Ending, isOverdue } from '@pyladder/exam';
import type { Db, Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { lockSitting, type Sitting, updateSubmitted } from './sittings.queries.ts';
import type { SittingKey } from './token.ts';

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

/** Ends a sitting whose time is over, unless somebody did before; says whether it was this call that did. */
export async function closeIfOverdue(deps: Deps, key: SittingKey): Promise<boolean> {
  return deps.db.transaction().execute(async (tx) => {
    const sitting = await lockSitting(tx, key);
    const now = await deps.clock.now(tx);
    if (sitting === null || !isOverdue(sitting, now)) return false;
    await closeSitting(deps, tx, { sitting, endedBy: 'time', now });
    return true;
  });
}
