import type { SubmissionReceipt } from '@pyladder/contract';
import type { Ending, FormPlace, Purpose, Response, Save, SittingHead, Timing } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import { type EventBody, eventOf } from './saves/save-content.ts';
import type { SittingKey } from './token.ts';

/** A sitting's row. `chain` is the last hash, lower-case hex. */
export type Sitting = SittingHead & {
  candidateId: string;
  issuerId: string;
  credential: string;
  purpose: Purpose;
  place: number;
  chain: string;
  endedAt: Date | null;
  endedBy: Ending | null;
  submission: SubmissionReceipt | null;
};

/** What was sealed at the start; `seal` is lower-case hex. */
export type Form = {
  bankDigest: string;
  places: FormPlace[];
  passMark: number;
  cutVersion: string;
  seal: string;
};

function sittings(db: Db) {
  return db
    .selectFrom('sittings')
    .select([
      'candidate_id as candidateId',
      'id',
      'issuer_id as issuerId',
      'credential',
      'purpose',
      'state',
      'form_size as formSize',
      'started_at as startedAt',
      'limit_seconds as limitSeconds',
      'allowance_seconds as allowanceSeconds',
      'granted_seconds as grantedSeconds',
      'paused_seconds as pausedSeconds',
      'paused_at as pausedAt',
      'place',
      'chain',
      'ended_at as endedAt',
      'ended_by as endedBy',
      'submission',
    ]);
}

type SittingRow = Awaited<ReturnType<ReturnType<typeof sittings>['executeTakeFirstOrThrow']>>;

function sittingOf(row: SittingRow): Sitting {
  const { startedAt, limitSeconds, allowanceSeconds, grantedSeconds, pausedSeconds, pausedAt, chain, ...rest } = row;
  return {
    ...rest,
    chain: chain.toString('hex'),
    submission: row.submission as SubmissionReceipt | null,
    timing: { startedAt, limitSeconds, allowanceSeconds, grantedSeconds, pausedSeconds, pausedAt },
  };
}

export async function findSitting(db: Db, { candidateId, sittingId }: SittingKey): Promise<Sitting | null> {
  const row = await sittings(db).where('candidate_id', '=', candidateId).where('id', '=', sittingId).executeTakeFirst();
  return row === undefined ? null : sittingOf(row);
}

/** The sitting with its row locked until `tx` ends. */
export async function lockSitting(tx: Db, { candidateId, sittingId }: SittingKey): Promise<Sitting | null> {
  const row = await sittings(tx)
    .where('candidate_id', '=', candidateId)
    .where('id', '=', sittingId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row === undefined ? null : sittingOf(row);
}

/** Some of the sittings that are running though their time was over at `now`, the longest overdue first. */
export async function listOverdueKeys(db: Db, now: Date, most: number): Promise<SittingKey[]> {
  return db
    .selectFrom('sittings')
    .select(['candidate_id as candidateId', 'id as sittingId'])
    .where('state', '=', 'running')
    .where('deadline', '<', now)
    .orderBy('deadline')
    .limit(most)
    .execute();
}

/** Staff know a sitting by its id alone. */
export async function findSittingKey(db: Db, issuerId: string, sittingId: string): Promise<SittingKey | null> {
  const row = await db
    .selectFrom('sittings')
    .select(['candidate_id as candidateId', 'id as sittingId'])
    .where('id', '=', sittingId)
    .where('issuer_id', '=', issuerId)
    .executeTakeFirst();
  return row ?? null;
}

/** Running and paused sittings, the next to end first. */
export async function listLiveSittings(db: Db, issuerId: string): Promise<Sitting[]> {
  const rows = await sittings(db)
    .where('issuer_id', '=', issuerId)
    .where('state', 'in', ['running', 'paused'])
    .orderBy('deadline')
    .execute();
  return rows.map(sittingOf);
}

export async function updateTiming(
  tx: Db,
  key: SittingKey,
  { state, timing }: { state: 'running' | 'paused'; timing: Timing },
): Promise<void> {
  await tx
    .updateTable('sittings')
    .set({
      state,
      granted_seconds: timing.grantedSeconds,
      paused_seconds: timing.pausedSeconds,
      paused_at: timing.pausedAt,
    })
    .where('candidate_id', '=', key.candidateId)
    .where('id', '=', key.sittingId)
    .execute();
}

export async function updateSubmitted(tx: Db, key: SittingKey, receipt: SubmissionReceipt): Promise<void> {
  await tx
    .updateTable('sittings')
    .set({
      state: 'submitted',
      ended_at: new Date(receipt.submittedAt),
      ended_by: receipt.endedBy,
      submission: JSON.stringify(receipt),
    })
    .where('candidate_id', '=', key.candidateId)
    .where('id', '=', key.sittingId)
    .execute();
}

/** What staff did to a sitting, kept for good. */
export type Intervention = {
  type: 'time_granted' | 'paused' | 'resumed';
  seconds: number | null;
  reason: string;
  actorId: string;
  at: Date;
};

export async function insertIntervention(
  tx: Db,
  key: SittingKey,
  { actorId, ...intervention }: Intervention,
): Promise<void> {
  await tx
    .insertInto('sitting_interventions')
    .values({ candidate_id: key.candidateId, sitting_id: key.sittingId, actor_id: actorId, ...intervention })
    .execute();
}

export async function findForm(db: Db, { candidateId, sittingId }: SittingKey): Promise<Form | null> {
  const row = await db
    .selectFrom('forms')
    .select(['bank_digest as bankDigest', 'places', 'pass_mark as passMark', 'cut_version as cutVersion', 'seal'])
    .where('candidate_id', '=', candidateId)
    .where('sitting_id', '=', sittingId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, seal: row.seal.toString('hex') };
}

/** An answer as it was received; `chain` is its hash, lower-case hex. */
export type ReceivedAnswer = {
  place: number;
  deviceId: string;
  deviceSequence: number;
  position: number;
  response: Response;
  acceptance: 'counted' | 'late';
  receivedAt: Date;
  chain: string;
};

/** Every answer of a sitting, in the chain's order. */
export async function listAnswers(db: Db, { candidateId, sittingId }: SittingKey): Promise<ReceivedAnswer[]> {
  const rows = await db
    .selectFrom('answers')
    .select([
      'place',
      'device_id as deviceId',
      'device_sequence as deviceSequence',
      'position',
      'response',
      'acceptance',
      'received_at as receivedAt',
      'chain',
    ])
    .where('candidate_id', '=', candidateId)
    .where('sitting_id', '=', sittingId)
    .orderBy('place')
    .execute();
  return rows.map(({ chain, ...answer }) => ({ ...answer, chain: chain.toString('hex') }));
}

/**
 * What the room has to be rebuilt from: of each position the last answer, and of each kind of event the last one
 * (of strike-outs, the last of each option), in the order received. The many others would change nothing.
 */
export async function listLastingSaves(db: Db, { candidateId, sittingId }: SittingKey): Promise<Save[]> {
  const { rows: answers } = await sql<{
    deviceSequence: number;
    position: number;
    response: ReceivedAnswer['response'];
  }>`
    SELECT DISTINCT ON (position) device_sequence AS "deviceSequence", position, response FROM answers
    WHERE candidate_id = ${candidateId} AND sitting_id = ${sittingId}
    ORDER BY position, place DESC`.execute(db);
  const { rows: events } = await sql<{
    type: 'viewed' | 'flagged' | 'struck' | 'noted';
    deviceSequence: number;
    position: number;
    body: EventBody;
  }>`
    SELECT type, device_sequence AS "deviceSequence", position, body FROM (
      SELECT DISTINCT ON (type, position, body ->> 'option') * FROM sitting_events
      WHERE candidate_id = ${candidateId} AND sitting_id = ${sittingId} AND type <> 'focus'
      ORDER BY type, position, body ->> 'option', id DESC
    ) lasting ORDER BY id`.execute(db);
  return [...answers.map((answer): Save => ({ type: 'answer', ...answer })), ...events.map(eventOf)];
}
