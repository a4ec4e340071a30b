import { type AwardChange, type AwardStanding, awardStanding } from '@pyladder/exam';
import type { Db, Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { listHolderAwards, lockHolder } from './issuing.queries.ts';
import {
  listCredentialsOn,
  type NewStanding,
  type PublicReason,
  type StandingCredential,
  updateStanding,
} from './standings.queries.ts';
import { updateListVersions } from './status-lists.queries.ts';

/** An award that something was just done to, and by whom. */
export type ChangedAward = { candidateId: string; awardId: string; actorId: string | null };

type Change = AwardChange & { publicReason: PublicReason | null };

const GRAVITY: Readonly<Record<AwardStanding, number>> = { standing: 0, suspended: 1, revoked: 2 };
const ACTIONS: Readonly<Record<AwardStanding, string>> = {
  standing: 'credential_reinstated',
  suspended: 'credential_suspended',
  revoked: 'credential_revoked',
};

/**
 * Moves every credential that rests on an award to where its basis stands, in the transaction that changed the award:
 * standing and suspended follow the award both ways, revoked is for good. A credential on several awards stands as the
 * worst of them. New credentials in place of revoked ones come later, by the job `issue_credentials`.
 */
export async function settleCredentials(
  deps: Deps,
  tx: Db,
  { candidateId, awardId, actorId }: ChangedAward,
): Promise<void> {
  const { issuerId } = deps.installation;
  await lockHolder(tx, candidateId);
  const { changes } = await listHolderAwards(tx, { candidateId, issuerId });
  const moved: number[] = [];
  for (const credential of await listCredentialsOn(tx, { candidateId, issuerId }, awardId)) {
    const next = settle(credential, changes);
    if (credential.standing === 'revoked' || next.standing === credential.standing) continue;
    await updateStanding(tx, { candidateId, credentialId: credential.id }, next);
    await insertAuditEntry(tx, {
      issuerId,
      actorId,
      action: ACTIONS[next.standing],
      subject: 'credential',
      subjectId: credential.id,
      detail: { credential: credential.credential, awardId, ...(next.reason && { publicReason: next.reason }) },
    });
    moved.push(credential.statusList);
  }
  await updateListVersions(tx, issuerId, moved);
}

/** Where a credential stands by what became of its basis, since when, and why. */
function settle({ basis }: StandingCredential, changes: readonly Change[]): NewStanding {
  const [worst] = basis
    .map((id) => ({ id, standing: awardStanding(id, changes) }))
    .toSorted((left, right) => GRAVITY[right.standing] - GRAVITY[left.standing]);
  if (worst === undefined || worst.standing === 'standing') {
    return { standing: 'standing', reason: null, changedAt: null };
  }
  const last = changes.findLast(({ awardId, type }) => awardId === worst.id && type === worst.standing);
  return { standing: worst.standing, reason: last?.publicReason ?? null, changedAt: last?.at ?? null };
}
