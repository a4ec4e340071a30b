import type { FormPlace, Purpose, Response, Score, SittingState } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import type { SittingKey } from '../sittings/token.ts';

/** A sitting and its sealed form, as scoring needs them. */
export type SittingToScore = {
  issuerId: string;
  credential: string;
  purpose: Purpose;
  state: SittingState;
  bankDigest: string;
  places: FormPlace[];
  passMark: number;
  cutVersion: string;
};

/** The sitting with its row locked until `tx` ends, or null. */
export async function lockSittingToScore(
  tx: Db,
  { candidateId, sittingId }: SittingKey,
): Promise<SittingToScore | null> {
  const row = await tx
    .selectFrom('sittings')
    .innerJoin('forms', (join) =>
      join.onRef('forms.candidate_id', '=', 'sittings.candidate_id').onRef('forms.sitting_id', '=', 'sittings.id'),
    )
    .select([
      'sittings.issuer_id as issuerId',
      'sittings.credential',
      'sittings.purpose',
      'sittings.state',
      'forms.bank_digest as bankDigest',
      'forms.places',
      'forms.pass_mark as passMark',
      'forms.cut_version as cutVersion',
    ])
    .where('sittings.candidate_id', '=', candidateId)
    .where('sittings.id', '=', sittingId)
    .forNoKeyUpdate('sittings')
    .executeTakeFirst();
  return row ?? null;
}

/** The latest counted response to each position; positions without one are absent. */
export async function findCountedResponses(
  db: Db,
  { candidateId, sittingId }: SittingKey,
): Promise<Map<number, Response>> {
  const { rows } = await sql<{ position: number; response: Response }>`
    SELECT DISTINCT ON (position) position, response FROM answers
    WHERE candidate_id = ${candidateId} AND sitting_id = ${sittingId} AND acceptance = 'counted'
    ORDER BY position, place DESC`.execute(db);
  return new Map(rows.map(({ position, response }) => [position, response]));
}

/** @returns the version: 1 for the first score of a sitting, then 2, 3… */
export async function insertScore(
  tx: Db,
  key: SittingKey,
  score: Score & Pick<SittingToScore, 'bankDigest' | 'cutVersion'>,
): Promise<number> {
  const { version } = await tx
    .insertInto('scores')
    .values(({ selectFrom, fn, lit }) => ({
      candidate_id: key.candidateId,
      sitting_id: key.sittingId,
      version: selectFrom('scores')
        .select(({ eb }) => eb(fn.coalesce(fn.max('version'), lit(0)), '+', lit(1)).as('next'))
        .where('candidate_id', '=', key.candidateId)
        .where('sitting_id', '=', key.sittingId),
      points: score.points,
      max: score.max,
      pass_mark: score.passMark,
      passed: score.passed,
      sections: JSON.stringify(score.sections),
      places: JSON.stringify(score.places),
      scoring_version: score.scoringVersion,
      bank_digest: score.bankDigest,
      cut_version: score.cutVersion,
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function updateReleased(tx: Db, { candidateId, sittingId }: SittingKey): Promise<void> {
  await tx
    .updateTable('sittings')
    .set({ state: 'released' })
    .where('candidate_id', '=', candidateId)
    .where('id', '=', sittingId)
    .execute();
}

/** One award a sitting, whoever asks how often. @returns its id, or null if there was one already */
export async function insertAward(
  tx: Db,
  key: SittingKey,
  { issuerId, credential, awardedAt }: { issuerId: string; credential: string; awardedAt: Date },
): Promise<string | null> {
  const row = await tx
    .insertInto('awards')
    .values({
      candidate_id: key.candidateId,
      sitting_id: key.sittingId,
      issuer_id: issuerId,
      credential,
      awarded_at: awardedAt,
    })
    .onConflict((conflict) => conflict.columns(['candidate_id', 'sitting_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
