import type { AwardStanding } from '@pyladder/exam';
import { sql } from 'kysely';
import type { CredentialStandingsTable } from '../database/schema.ts';
import type { Db } from '../deps.ts';
import type { HolderKey } from './issuing.queries.ts';

export type PublicReason = NonNullable<CredentialStandingsTable['public_reason']>;

/** A credential and where it stands. */
export type StandingCredential = {
  id: string;
  credential: string;
  basis: string[];
  statusList: number;
  standing: AwardStanding;
};

/** A person's credentials that rest on an award, alone or among others. */
export async function listCredentialsOn(
  tx: Db,
  { candidateId, issuerId }: HolderKey,
  awardId: string,
): Promise<StandingCredential[]> {
  return tx
    .selectFrom('credentials')
    .innerJoin('credential_standings as standings', (join) =>
      join
        .onRef('standings.candidate_id', '=', 'credentials.candidate_id')
        .onRef('standings.credential_id', '=', 'credentials.id'),
    )
    .select(['credentials.id', 'credential', 'basis', 'credentials.status_list as statusList', 'standing'])
    .where('credentials.candidate_id', '=', candidateId)
    .where('credentials.issuer_id', '=', issuerId)
    .where(sql<boolean>`basis @> ARRAY[${awardId}::uuid]`)
    .orderBy('credentials.id')
    .execute();
}

export type NewStanding = { standing: AwardStanding; reason: PublicReason | null; changedAt: Date | null };

export async function updateStanding(
  tx: Db,
  { candidateId, credentialId }: { candidateId: string; credentialId: string },
  { standing, reason, changedAt }: NewStanding,
): Promise<void> {
  await tx
    .updateTable('credential_standings')
    .set({ standing, public_reason: reason, changed_at: changedAt })
    .where('candidate_id', '=', candidateId)
    .where('credential_id', '=', credentialId)
    .execute();
}
