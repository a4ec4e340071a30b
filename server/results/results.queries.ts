import type { SubmissionReceipt } from '@pyladder/contract';
import type {
  Award,
  AwardChange,
  Ending,
  FormPlace,
  PlaceScore,
  Purpose,
  SectionScore,
  SittingState,
} from '@pyladder/exam';
import type { Db } from '../deps.ts';
import type { SittingKey } from '../sittings/token.ts';

/** A finished sitting as its owner may read about it. */
export type FinishedSitting = {
  credential: string;
  purpose: Purpose;
  state: SittingState;
  startedAt: Date | null;
  endedAt: Date | null;
  endedBy: Ending | null;
  submission: SubmissionReceipt | null;
  places: FormPlace[];
};

export type StoredScore = {
  points: number;
  max: number;
  passMark: number;
  passed: boolean;
  sections: SectionScore[];
  places: PlaceScore[];
  scoringVersion: string;
  bankDigest: string;
  cutVersion: string;
};

export async function findFinishedSitting(
  db: Db,
  { candidateId, sittingId }: SittingKey,
): Promise<FinishedSitting | null> {
  const row = await db
    .selectFrom('sittings')
    .innerJoin('forms', (join) =>
      join.onRef('forms.candidate_id', '=', 'sittings.candidate_id').onRef('forms.sitting_id', '=', 'sittings.id'),
    )
    .select([
      'credential',
      'purpose',
      'state',
      'started_at as startedAt',
      'ended_at as endedAt',
      'ended_by as endedBy',
      'submission',
      'places',
    ])
    .where('sittings.candidate_id', '=', candidateId)
    .where('sittings.id', '=', sittingId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, submission: row.submission as SubmissionReceipt | null };
}

/** The score that counts: the newest. */
export async function findNewestScore(db: Db, { candidateId, sittingId }: SittingKey): Promise<StoredScore | null> {
  const row = await db
    .selectFrom('scores')
    .select([
      'points',
      'max',
      'pass_mark as passMark',
      'passed',
      'sections',
      'places',
      'scoring_version as scoringVersion',
      'bank_digest as bankDigest',
      'cut_version as cutVersion',
    ])
    .where('candidate_id', '=', candidateId)
    .where('sitting_id', '=', sittingId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A person's awards with the sitting behind each, and what was done to them later. */
export async function listAwardsBySitting(
  db: Db,
  { candidateId, issuerId }: { candidateId: string; issuerId: string },
): Promise<{ awards: (Award & { sittingId: string })[]; changes: AwardChange[] }> {
  const awards = await db
    .selectFrom('awards')
    .select(['id', 'credential', 'awarded_at as awardedAt', 'sitting_id as sittingId'])
    .where('candidate_id', '=', candidateId)
    .where('issuer_id', '=', issuerId)
    .execute();
  const changes = await db
    .selectFrom('award_changes')
    .select(['award_id as awardId', 'type', 'at'])
    .where('candidate_id', '=', candidateId)
    .orderBy('id')
    .execute();
  return { awards, changes };
}
