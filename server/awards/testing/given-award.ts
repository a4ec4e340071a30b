import { randomUUID } from 'node:crypto';
import type { Db, Deps } from '../../deps.ts';

/** An exam passed some other day: registration, released sitting and award, without the hour in the room. */
export async function givenAward(
  { db, installation }: { db: Db; installation: Pick<Deps['installation'], 'issuerId'> },
  candidateId: string,
  credential: string,
): Promise<string> {
  const person = { candidate_id: candidateId, issuer_id: installation.issuerId, credential };
  const purpose = 'real' as const;
  const startedAt = new Date(Date.now() - 60 * 60 * 1000);
  const awardedAt = new Date(startedAt.getTime() + 40 * 60 * 1000);
  const registrationId = randomUUID();
  const sittingId = randomUUID();
  await db
    .insertInto('registrations')
    .values({
      ...person,
      id: registrationId,
      purpose,
      basis: 'granted',
      fee_cents: 0,
      currency: 'EUR',
      state: 'used',
    })
    .execute();
  await db
    .insertInto('sittings')
    .values({
      ...person,
      id: sittingId,
      registration_id: registrationId,
      purpose,
      state: 'released',
      form_size: 30,
      started_at: startedAt,
      limit_seconds: 2400,
      allowance_seconds: 0,
      chain: Buffer.alloc(32),
      ended_at: awardedAt,
      ended_by: 'candidate',
      submission: JSON.stringify({}),
    })
    .execute();
  const { id } = await db
    .insertInto('awards')
    .values({ ...person, sitting_id: sittingId, awarded_at: awardedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
