import type { Response, Save } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../../deps.ts';
import type { SittingKey } from '../token.ts';
import type { AnswerRow, BatchDecision, EventRow, Head, KnownSave, SaveRequest } from './batch-decision.ts';
import { bodyOf, type EventBody, eventOf } from './save-content.ts';

type HeadRow = {
  candidateId: string;
  id: string;
  state: Head['state'];
  startedAt: Date | null;
  limitSeconds: number;
  allowanceSeconds: number;
  grantedSeconds: number;
  pausedSeconds: number;
  pausedAt: Date | null;
  formSize: number;
  place: number;
  chain: string;
  eventCount: number;
};

/**
 * The sittings with these keys, by id, their rows locked until `tx` ends, taken in id order. Absent are those that do
 * not exist and those that somebody else holds at this moment: one sitting under an examiner's hand stops no other.
 */
export async function lockFreeHeads(tx: Db, keys: readonly SittingKey[]): Promise<Map<string, Head>> {
  const candidateIds = keys.map((key) => key.candidateId);
  const sittingIds = keys.map((key) => key.sittingId);
  const { rows } = await sql<HeadRow>`
    SELECT s.candidate_id AS "candidateId", s.id, s.state, s.started_at AS "startedAt",
      s.limit_seconds AS "limitSeconds", s.allowance_seconds AS "allowanceSeconds",
      s.granted_seconds AS "grantedSeconds", s.paused_seconds AS "pausedSeconds", s.paused_at AS "pausedAt",
      s.form_size AS "formSize", s.place, encode(s.chain, 'hex') AS chain, s.event_count AS "eventCount"
    FROM unnest(${candidateIds}::uuid[], ${sittingIds}::uuid[]) AS wanted (candidate_id, id)
    JOIN sittings s USING (candidate_id, id)
    ORDER BY s.id
    FOR NO KEY UPDATE OF s SKIP LOCKED`.execute(tx);
  return new Map(rows.map((row) => [row.id, headOf(row)]));
}

function headOf(row: HeadRow): Head {
  const { candidateId, id, state, formSize, place, chain, eventCount } = row;
  const { startedAt, limitSeconds, allowanceSeconds, grantedSeconds, pausedSeconds, pausedAt } = row;
  const timing = { startedAt, limitSeconds, allowanceSeconds, grantedSeconds, pausedSeconds, pausedAt };
  return { candidateId, id, state, formSize, place, chain, eventCount, timing };
}

type KnownAnswerRow = {
  sittingId: string;
  deviceId: string;
  deviceSequence: number;
  position: number;
  receivedAt: Date;
  response: Response | null;
  place: number | null;
  acceptance: 'counted' | 'late' | null;
  chain: string | null;
  type: Exclude<Save, { type: 'answer' }>['type'] | null;
  body: EventBody | null;
};

/**
 * Those of the requests' saves that are in the database already, told by device and sequence alone. One look into an
 * index for each, whatever the planner believes about tables that grow by thousands of rows a second.
 */
export async function findKnownSaves(tx: Db, requests: readonly SaveRequest[]): Promise<KnownSave[]> {
  const asked = requests.flatMap(({ key, deviceId, saves }) =>
    saves.map(({ deviceSequence }) => ({ ...key, deviceId, deviceSequence })),
  );
  const { rows } = await sql<KnownAnswerRow>`
    WITH asked AS MATERIALIZED (
      SELECT * FROM unnest(
        ${asked.map((one) => one.candidateId)}::uuid[], ${asked.map((one) => one.sittingId)}::uuid[],
        ${asked.map((one) => one.deviceId)}::uuid[], ${asked.map((one) => one.deviceSequence)}::int[]
      ) AS asked (candidate_id, sitting_id, device_id, device_sequence)
    )
    SELECT sitting_id AS "sittingId", device_id AS "deviceId", device_sequence AS "deviceSequence", known.*
    FROM asked CROSS JOIN LATERAL (
      SELECT position, received_at AS "receivedAt", response, place, acceptance, encode(chain, 'hex') AS chain,
        NULL AS type, NULL::jsonb AS body
      FROM answers a
      WHERE a.candidate_id = asked.candidate_id AND a.sitting_id = asked.sitting_id
        AND a.device_id = asked.device_id AND a.device_sequence = asked.device_sequence
      UNION ALL
      SELECT position, received_at, NULL, NULL, NULL, NULL, type, body
      FROM sitting_events e
      WHERE e.candidate_id = asked.candidate_id AND e.sitting_id = asked.sitting_id
        AND e.device_id = asked.device_id AND e.device_sequence = asked.device_sequence
      LIMIT 1
    ) known`.execute(tx);
  return rows.map(knownSaveOf);
}

function knownSaveOf(row: KnownAnswerRow): KnownSave {
  const { sittingId, deviceId, deviceSequence, position } = row;
  const receivedAt = row.receivedAt.toISOString();
  if (row.type !== null) {
    const save = eventOf({ type: row.type, deviceSequence, position, body: row.body ?? {} });
    return { sittingId, deviceId, save, outcome: { outcome: 'kept', deviceSequence, receivedAt } };
  }
  const { response, place, acceptance, chain } = row;
  if (response === null || place === null || acceptance === null || chain === null) {
    throw new Error(`answer ${deviceSequence} of ${sittingId} is not whole`);
  }
  return {
    sittingId,
    deviceId,
    save: { type: 'answer', deviceSequence, position, response },
    outcome: { outcome: 'receipt', deviceSequence, place, receivedAt, chain, acceptance },
  };
}

/** Writes what a batch decided, in one statement: answers, events, and the heads they lead to. */
export async function insertSaves(tx: Db, { answers, events, changed }: BatchDecision, now: Date): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    WITH answered AS (
      INSERT INTO answers (candidate_id, sitting_id, place, device_id, device_sequence, position, response, acceptance,
        received_at, chain)
      SELECT candidate_id, sitting_id, place, device_id, device_sequence, position, response, acceptance,
        ${now}::timestamptz, decode(chain, 'hex')
      FROM json_to_recordset(${JSON.stringify(answers.map(answerColumns))}) AS row (candidate_id uuid, sitting_id uuid,
        place int, device_id uuid, device_sequence int, position int, response jsonb, acceptance text, chain text)
    ), happened AS (
      INSERT INTO sitting_events (candidate_id, sitting_id, device_id, device_sequence, position, type, body, received_at)
      SELECT candidate_id, sitting_id, device_id, device_sequence, position, type, body, ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(events.map(eventColumns))}) AS row (nth int, candidate_id uuid,
        sitting_id uuid, device_id uuid, device_sequence int, position int, type text, body jsonb)
      ORDER BY nth
    )
    UPDATE sittings s
    SET place = head.place, chain = decode(head.chain, 'hex'), event_count = head.event_count
    FROM json_to_recordset(${JSON.stringify(changed.map(headColumns))}) AS head (candidate_id uuid, id uuid, place int,
      chain text, event_count int)
    WHERE s.candidate_id = head.candidate_id AND s.id = head.id`.execute(tx);
}

function answerColumns(row: AnswerRow): object {
  return {
    candidate_id: row.candidateId,
    sitting_id: row.sittingId,
    place: row.place,
    device_id: row.deviceId,
    device_sequence: row.deviceSequence,
    position: row.position,
    response: row.response,
    acceptance: row.acceptance,
    chain: row.chain,
  };
}

function eventColumns({ candidateId, sittingId, deviceId, save }: EventRow, nth: number): object {
  return {
    nth,
    candidate_id: candidateId,
    sitting_id: sittingId,
    device_id: deviceId,
    device_sequence: save.deviceSequence,
    position: save.position,
    type: save.type,
    body: bodyOf(save),
  };
}

function headColumns({ candidateId, id, place, chain, eventCount }: Head): object {
  return { candidate_id: candidateId, id, place, chain, event_count: eventCount };
}
