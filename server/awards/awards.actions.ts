import type { PersonRecord } from '@pyladder/contract';
import { type AwardChange, type AwardStanding, awardStanding, Refusal } from '@pyladder/exam';
import { readPersonRecord } from '../administration/people.actions.ts';
import { settleCredentials } from '../credentials/settlement.actions.ts';
import type { Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import {
  type AwardKey,
  findAwardCredential,
  insertChange,
  listChanges,
  lockCandidate,
  type PublicReason,
} from './awards.queries.ts';

/** Who of the staff does something to an award, and why; the note stays inside the organisation. */
export type AwardAct = AwardKey & { actorId: string; note: string };
/** What everybody may know of the reason. */
export type Withdrawal = AwardAct & { publicReason: PublicReason };

type Change = { type: AwardChange['type']; publicReason: PublicReason | null };

/** Takes effect at once, and can be lifted. @throws Refusal not_found | not_allowed | award_already_withdrawn */
export function suspendAward(deps: Deps, { publicReason, ...act }: Withdrawal): Promise<PersonRecord> {
  return changeAward(deps, act, { type: 'suspended', publicReason }, (standing) => {
    if (standing !== 'standing') throw new Refusal('award_already_withdrawn', { standing });
  });
}

/** Of a suspended award too; its credentials are revoked for good. @throws Refusal not_found | not_allowed | award_already_withdrawn */
export function revokeAward(deps: Deps, { publicReason, ...act }: Withdrawal): Promise<PersonRecord> {
  return changeAward(deps, act, { type: 'revoked', publicReason }, (standing) => {
    if (standing === 'revoked') throw new Refusal('award_already_withdrawn', { standing });
  });
}

/** Gives a suspended or revoked award back. @throws Refusal not_found | not_allowed | award_stands */
export function reinstateAward(deps: Deps, act: AwardAct): Promise<PersonRecord> {
  return changeAward(deps, act, { type: 'reinstated', publicReason: null }, (standing) => {
    if (standing === 'standing') throw new Refusal('award_stands');
  });
}

/**
 * Read, decide, write, let the credentials follow, record: one transaction. The note stays with the change and out of the
 * audit log, because it may name people and the log is for auditors outside as well.
 */
async function changeAward(
  deps: Deps,
  { actorId, note, ...key }: AwardAct,
  { type, publicReason }: Change,
  refuse: (standing: AwardStanding) => void,
): Promise<PersonRecord> {
  const { candidateId, awardId } = key;
  const { issuerId } = deps.installation;
  // Nobody decides about an award of their own.
  if (actorId === candidateId) throw new Refusal('not_allowed');
  await deps.db.transaction().execute(async (tx) => {
    await lockCandidate(tx, candidateId);
    const credential = await findAwardCredential(tx, issuerId, key);
    if (credential === null) throw new Refusal('not_found');
    const changes = await listChanges(tx, key);
    refuse(awardStanding(awardId, changes));
    const at = laterThan(changes, await deps.clock.now(tx));
    await insertChange(tx, key, { type, at, publicReason, note, actorId });
    const detail = { candidateId, credential, ...(publicReason !== null && { publicReason }) };
    await insertAuditEntry(tx, {
      issuerId,
      actorId,
      action: `award_${type}`,
      subject: 'award',
      subjectId: awardId,
      detail,
    });
    await settleCredentials(deps, tx, { candidateId, awardId, actorId });
    await deps.jobs.enqueue(tx, 'issue_credentials', { candidateId });
  });
  return readPersonRecord(deps, candidateId);
}

/** `now`, but after every change before it: a reinstatement in the same millisecond, or by a clock set back, still counts. */
function laterThan(changes: readonly AwardChange[], now: Date): Date {
  return new Date(Math.max(now.getTime(), ...changes.map(({ at }) => at.getTime() + 1)));
}
