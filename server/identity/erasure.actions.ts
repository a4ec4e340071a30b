import { Refusal } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { forgetAttempts, requireAttemptsLeft, signInLimits } from './attempts.ts';
import { deleteUser, findLiveRealSitting, findPasswordHash, lockPerson } from './erasure.queries.ts';
import type { Person } from './identity.ts';
import { isPassword } from './passwords.ts';

/**
 * Removes everything that says who a person is. What they did stays under the pseudonym, and their credentials go on
 * verifying. The password is asked for again, because a browser left open must not be enough.
 *
 * @throws Refusal wrong_email_or_password | too_many_attempts | exam_under_way
 */
export async function eraseAccount(
  deps: Deps,
  { userId, candidateId, email }: Person,
  { password, address }: { password: string; address: string },
): Promise<void> {
  const { db, installation } = deps;
  const limits = signInLimits(email, address, true);
  await requireAttemptsLeft(db, installation.cookieSecret, limits);
  const hash = await findPasswordHash(db, userId);
  if (hash === null || !(await isPassword(password, hash))) throw new Refusal('wrong_email_or_password');
  await forgetAttempts(db, installation.cookieSecret, limits);
  await db.transaction().execute(async (tx) => {
    await lockPerson(tx, candidateId);
    const sittingId = await findLiveRealSitting(tx, candidateId);
    if (sittingId !== null) throw new Refusal('exam_under_way', { sittingId });
    if (!(await deleteUser(tx, userId))) return;
    await insertAuditEntry(tx, {
      issuerId: installation.issuerId,
      actorId: candidateId,
      action: 'person_erased',
      subject: 'candidate',
      subjectId: candidateId,
    });
  });
}
