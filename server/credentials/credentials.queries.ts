import type { AwardStanding, SectionScore } from '@pyladder/exam';
import { sql } from 'kysely';
import type { Db } from '../deps.ts';
import type { HolderKey } from './issuing.queries.ts';
import type { PublicReason } from './standings.queries.ts';

/** A credential as it is kept, and where it stands. */
export type KeptCredential = {
  candidateId: string;
  id: string;
  credential: string;
  basis: string[];
  generation: number;
  isDemo: boolean;
  /** Signed, to the byte. */
  document: string;
  issuedAt: Date;
  expiresAt: Date | null;
  standing: AwardStanding;
  reason: PublicReason | null;
  changedAt: Date | null;
  /** Of the same award or awards, after this one was revoked. */
  replacedBy: string | null;
};

/** The credential with this id, whoever holds it, or null. */
export async function findCredentialById(db: Db, issuerId: string, id: string): Promise<KeptCredential | null> {
  const row = await keptCredentials(db)
    .where('credentials.issuer_id', '=', issuerId)
    .where('credentials.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** All of a person's, newest first. */
export async function listCredentials(db: Db, { candidateId, issuerId }: HolderKey): Promise<KeptCredential[]> {
  return keptCredentials(db)
    .where('credentials.candidate_id', '=', candidateId)
    .where('credentials.issuer_id', '=', issuerId)
    .orderBy('credentials.issued_at', 'desc')
    .orderBy('credentials.id')
    .execute();
}

function keptCredentials(db: Db) {
  return db
    .selectFrom('credentials')
    .innerJoin('credential_standings as standings', (join) =>
      join
        .onRef('standings.candidate_id', '=', 'credentials.candidate_id')
        .onRef('standings.credential_id', '=', 'credentials.id'),
    )
    .select((eb) => [
      'credentials.candidate_id as candidateId',
      'credentials.id',
      'credentials.credential',
      'credentials.basis',
      'credentials.generation',
      'credentials.is_demo as isDemo',
      'credentials.document',
      'credentials.issued_at as issuedAt',
      'credentials.expires_at as expiresAt',
      'standings.standing',
      'standings.public_reason as reason',
      'standings.changed_at as changedAt',
      eb
        .selectFrom('credentials as newer')
        .select('newer.id')
        .whereRef('newer.candidate_id', '=', 'credentials.candidate_id')
        .whereRef('newer.credential', '=', 'credentials.credential')
        .whereRef('newer.basis', '=', 'credentials.basis')
        .whereRef('newer.generation', '>', 'credentials.generation')
        .orderBy('newer.generation', 'desc')
        .limit(1)
        .as('replacedBy'),
    ]);
}

/** What a holder lets others see, with the name it is about; nothing for an erased person. */
export type Shares = { credentialId: string; name: boolean; profile: boolean };

export type Holder = { name: string; shares: Shares[] };

/** The person behind a pseudonym and all they share, or null if they were erased. */
export async function findHolder(db: Db, candidateId: string): Promise<Holder | null> {
  const rows = await db
    .selectFrom('identity.people as people')
    .innerJoin('identity.user as user', 'user.id', 'people.user_id')
    .leftJoin('identity.shares as shares', 'shares.user_id', 'people.user_id')
    .select([
      'user.name as holder',
      'shares.credential_id as credentialId',
      'shares.name as showsName',
      'shares.profile as showsProfile',
    ])
    .where('people.candidate_id', '=', candidateId)
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  return {
    name: first.holder,
    shares: rows.flatMap(({ credentialId, showsName, showsProfile }) =>
      credentialId === null ? [] : [{ credentialId, name: showsName ?? false, profile: showsProfile ?? false }],
    ),
  };
}

/** From now on this is what is shared of a credential. */
export async function upsertShares(db: Db, userId: string, { credentialId, name, profile }: Shares): Promise<void> {
  await db
    .insertInto('identity.shares')
    .values({ user_id: userId, credential_id: credentialId, name, profile })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'credential_id'])
        .doUpdateSet({ name, profile, updated_at: sql<Date>`clock_timestamp()` }),
    )
    .execute();
}

/** The passes that a credential rests on, first pass first. */
export async function listBasis(
  db: Db,
  { candidateId, basis }: Pick<KeptCredential, 'candidateId' | 'basis'>,
): Promise<{ credential: string; passedAt: Date }[]> {
  return db
    .selectFrom('awards')
    .select(['credential', 'awarded_at as passedAt'])
    .where('candidate_id', '=', candidateId)
    .where('id', 'in', basis)
    .orderBy('awarded_at')
    .orderBy('id')
    .execute();
}

/** Points by section of the newest score behind an award, or null if there is none. */
export async function findProfile(db: Db, candidateId: string, awardId: string): Promise<SectionScore[] | null> {
  const row = await db
    .selectFrom('awards')
    .innerJoin('scores', (join) =>
      join
        .onRef('scores.candidate_id', '=', 'awards.candidate_id')
        .onRef('scores.sitting_id', '=', 'awards.sitting_id'),
    )
    .select('scores.sections')
    .where('awards.candidate_id', '=', candidateId)
    .where('awards.id', '=', awardId)
    .orderBy('scores.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sections ?? null;
}
