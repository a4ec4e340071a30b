import type { GrantTime, ListLiveSittings, Reply } from '@pyladder/contract';
import { isOverdue, pauseTiming, Refusal, resumeTiming, type Timing } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { viewClock } from './clock-view.ts';
import {
  findSittingKey,
  type Intervention,
  insertIntervention,
  listLiveSittings as listLiveRows,
  lockSitting,
  type Sitting,
  updateTiming,
} from './sittings.queries.ts';

/** Who of the staff does what to which sitting, and why. */
export type StaffAct = { actorId: string; sittingId: string; reason: string };

type Changed = Reply<typeof GrantTime>;
type Change = { state: 'running' | 'paused'; timing: Timing };

/** Sittings going on now, the next to end first. */
export async function listLiveSittings({ db, clock, installation }: Deps): Promise<Reply<typeof ListLiveSittings>> {
  const sittings = await listLiveRows(db, installation.issuerId);
  const now = await clock.now(db);
  return {
    sittings: sittings.map(({ id, candidateId, credential, purpose, state, timing, place }) => ({
      id,
      candidateId,
      credential,
      purpose,
      state,
      clock: viewClock(timing, now),
      answers: place,
    })),
  };
}

/** Gives more time, to a paused sitting too. @throws Refusal not_found | not_allowed | sitting_closed */
export function grantTime(deps: Deps, act: StaffAct, seconds: number): Promise<Changed> {
  return intervene(deps, act, { type: 'time_granted', seconds }, (sitting, now) => {
    const { state, timing } = sitting;
    if ((state !== 'running' && state !== 'paused') || isOverdue(sitting, now))
      throw new Refusal('sitting_closed', { state });
    return { state, timing: { ...timing, grantedSeconds: timing.grantedSeconds + seconds } };
  });
}

/** Stops the clock. @throws Refusal not_found | not_allowed | sitting_paused | sitting_closed */
export function pauseSitting(deps: Deps, act: StaffAct): Promise<Changed> {
  return intervene(deps, act, { type: 'paused', seconds: null }, (sitting, now) => ({
    state: 'paused',
    timing: pauseTiming(sitting, now),
  }));
}

/** Lets the clock run again. @throws Refusal not_found | not_allowed | sitting_not_paused */
export function resumeSitting(deps: Deps, act: StaffAct): Promise<Changed> {
  return intervene(deps, act, { type: 'resumed', seconds: null }, (sitting, now) => ({
    state: 'running',
    timing: resumeTiming(sitting, now),
  }));
}

/** Read, decide, write, record with its reason: one transaction. */
async function intervene(
  deps: Deps,
  { actorId, sittingId, reason }: StaffAct,
  act: Pick<Intervention, 'type' | 'seconds'>,
  decide: (sitting: Sitting, now: Date) => Change,
): Promise<Changed> {
  const { issuerId } = deps.installation;
  return deps.db.transaction().execute(async (tx) => {
    const key = await findSittingKey(tx, issuerId, sittingId);
    const sitting = key === null ? null : await lockSitting(tx, key);
    if (key === null || sitting === null) throw new Refusal('not_found');
    // Nobody gives time to themselves.
    if (sitting.candidateId === actorId) throw new Refusal('not_allowed');
    const now = await deps.clock.now(tx);
    const change = decide(sitting, now);
    await updateTiming(tx, key, change);
    await insertIntervention(tx, key, { ...act, reason, actorId, at: now });
    const action = `sitting_${act.type}`;
    const detail = { reason, ...(act.seconds !== null && { seconds: act.seconds }) };
    await insertAuditEntry(tx, { issuerId, actorId, action, subject: 'sitting', subjectId: sittingId, detail });
    return { state: change.state, clock: viewClock(change.timing, now) };
  });
}
