import type { RegistrationView } from '@pyladder/contract';
import type { FormPlace, Purpose, SittingState } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';

/** One exam of one person. */
export type ExamOf = { candidateId: string; issuerId: string; credential: string; purpose: Purpose };

/** A registration with the sitting it was used for. */
export type Registration = Omit<RegistrationView, 'createdAt'> & {
  createdAt: Date;
  state: 'open' | 'used' | 'cancelled';
};

/** A sitting in a person's record; `outcome` is null until released. */
export type PersonalSitting = {
  id: string;
  credential: string;
  purpose: Purpose;
  state: SittingState;
  startedAt: Date;
  endedAt: Date | null;
  outcome: { points: number; max: number; passed: boolean } | null;
};

function registrations(db: Db) {
  return db
    .selectFrom('registrations')
    .leftJoin('sittings', (join) =>
      join
        .onRef('sittings.candidate_id', '=', 'registrations.candidate_id')
        .onRef('sittings.registration_id', '=', 'registrations.id'),
    )
    .select([
      'registrations.id',
      'registrations.credential',
      'registrations.purpose',
      'registrations.created_at as createdAt',
      'registrations.state',
      'sittings.id as sittingId',
    ]);
}

export async function findOpenRegistration(db: Db, exam: ExamOf): Promise<Registration | null> {
  const row = await registrations(db)
    .where('registrations.candidate_id', '=', exam.candidateId)
    .where('registrations.issuer_id', '=', exam.issuerId)
    .where('registrations.credential', '=', exam.credential)
    .where('registrations.purpose', '=', exam.purpose)
    .where('registrations.state', '=', 'open')
    .executeTakeFirst();
  return row ?? null;
}

export async function findRegistration(
  db: Db,
  candidateId: string,
  registrationId: string,
): Promise<Registration | null> {
  const row = await registrations(db)
    .where('registrations.candidate_id', '=', candidateId)
    .where('registrations.id', '=', registrationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Newest first. */
export async function listRegistrations(db: Db, candidateId: string, issuerId: string): Promise<Registration[]> {
  return registrations(db)
    .where('registrations.candidate_id', '=', candidateId)
    .where('registrations.issuer_id', '=', issuerId)
    .where('registrations.state', '!=', 'cancelled')
    .orderBy('registrations.created_at', 'desc')
    .execute();
}

/** @returns the id of the new, open registration */
export async function insertRegistration(
  tx: Db,
  exam: ExamOf,
  fee: { feeCents: number; currency: string },
): Promise<string> {
  const { id } = await tx
    .insertInto('registrations')
    .values({
      candidate_id: exam.candidateId,
      issuer_id: exam.issuerId,
      credential: exam.credential,
      purpose: exam.purpose,
      basis: 'granted',
      fee_cents: fee.feeCents,
      currency: fee.currency,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRegistrationUsed(tx: Db, candidateId: string, registrationId: string): Promise<void> {
  await tx
    .updateTable('registrations')
    .set({ state: 'used' })
    .where('candidate_id', '=', candidateId)
    .where('id', '=', registrationId)
    .execute();
}

/** The sitting of this exam that is going on, or null. */
export async function findLiveSittingId(db: Db, exam: ExamOf): Promise<string | null> {
  const row = await db
    .selectFrom('sittings')
    .select('id')
    .where('candidate_id', '=', exam.candidateId)
    .where('issuer_id', '=', exam.issuerId)
    .where('credential', '=', exam.credential)
    .where('purpose', '=', exam.purpose)
    .where('state', 'in', ['running', 'paused'])
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Newest first. */
export async function listPersonalSittings(db: Db, candidateId: string, issuerId: string): Promise<PersonalSitting[]> {
  const { rows } = await sql<PersonalSitting>`
    SELECT s.id, s.credential, s.purpose, s.state, s.started_at AS "startedAt", s.ended_at AS "endedAt",
      CASE WHEN s.state = 'released' THEN newest.outcome END AS outcome
    FROM sittings s
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('points', points, 'max', max, 'passed', passed) AS outcome
      FROM scores WHERE candidate_id = s.candidate_id AND sitting_id = s.id ORDER BY version DESC LIMIT 1
    ) newest ON true
    WHERE s.candidate_id = ${candidateId} AND s.issuer_id = ${issuerId} AND s.started_at IS NOT NULL
    ORDER BY s.started_at DESC`.execute(db);
  return rows;
}

export async function listMetTemplates(db: Db, candidateId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('met_templates')
    .select('template')
    .where('candidate_id', '=', candidateId)
    .execute();
  return rows.map(({ template }) => template);
}

export async function insertMetTemplates(tx: Db, candidateId: string, templates: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO met_templates (candidate_id, template) SELECT ${candidateId}, unnest(${templates}::text[])
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** What is fixed at the start. */
export type StartedSitting = ExamOf & {
  sittingId: string;
  registrationId: string;
  startedAt: Date;
  limitSeconds: number;
  allowanceSeconds: number;
  bankDigest: string;
  seed: Buffer;
  places: readonly FormPlace[];
  passMark: number;
  cutVersion: string;
  /** Lower-case hex. */
  seal: string;
};

/** A running sitting and its sealed form. */
export async function insertSitting(tx: Db, sitting: StartedSitting): Promise<void> {
  const seal = Buffer.from(sitting.seal, 'hex');
  await tx
    .insertInto('sittings')
    .values({
      candidate_id: sitting.candidateId,
      id: sitting.sittingId,
      issuer_id: sitting.issuerId,
      registration_id: sitting.registrationId,
      credential: sitting.credential,
      purpose: sitting.purpose,
      state: 'running',
      form_size: sitting.places.length,
      started_at: sitting.startedAt,
      limit_seconds: sitting.limitSeconds,
      allowance_seconds: sitting.allowanceSeconds,
      chain: seal,
    })
    .execute();
  await tx
    .insertInto('forms')
    .values({
      candidate_id: sitting.candidateId,
      sitting_id: sitting.sittingId,
      bank_digest: sitting.bankDigest,
      seed: sitting.seed,
      places: JSON.stringify(sitting.places),
      pass_mark: sitting.passMark,
      cut_version: sitting.cutVersion,
      seal,
      sealed_at: sitting.startedAt,
    })
    .execute();
}
