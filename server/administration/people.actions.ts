import type { FindPeople, PersonRecord, Reply } from '@pyladder/contract';
import { awardStanding, holdings, Refusal } from '@pyladder/exam';
import type { Db, Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { getRecord } from '../registrations/registrations.actions.ts';
import { insertExtraTime, lockCandidate } from './extra-time.queries.ts';
import { type FoundPerson, findHolderId, findPerson, listPeopleNamed } from './people.queries.ts';
import {
  listAccommodations,
  listAwards,
  listAwardsOf,
  listCredentials,
  listRecordedChanges,
  listStaffRoles,
} from './records.queries.ts';

type PersonSummary = Reply<typeof FindPeople>['people'][number];

const AT_MOST = 20;
/** An id by itself or at the end of an address; one inside an e-mail is a part of that. */
const ID = /(?:^|\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:$|[.?#/])/i;

/** People by part of their name or e-mail, by candidate id, or by a credential's id or address; recorded, without the text. */
export async function findPeople(deps: Deps, actorId: string, text: string): Promise<Reply<typeof FindPeople>> {
  const { db, installation } = deps;
  const { issuerId } = installation;
  const found = await search(db, issuerId, text);
  const people = await summarise(deps, found.slice(0, AT_MOST));
  const entry = { issuerId, actorId, action: 'people_searched', subject: 'issuer', subjectId: issuerId };
  await insertAuditEntry(db, { ...entry, detail: { found: people.length } });
  return { people, more: found.length > AT_MOST };
}

/** Everything the organisation has about a person; that it was read is recorded. @throws Refusal not_found */
export async function getPersonRecord(deps: Deps, actorId: string, candidateId: string): Promise<PersonRecord> {
  const record = await readPersonRecord(deps, candidateId);
  const { issuerId } = deps.installation;
  const entry = { issuerId, actorId, action: 'record_read', subject: 'candidate', subjectId: candidateId };
  await insertAuditEntry(deps.db, entry);
  return record;
}

/** A share of the exam's own time, more in every sitting that starts later. */
export type ExtraTime = { actorId: string; candidateId: string; extraTimeShare: number; note: string };

/** Gives extra time, or with 0 takes it back. @throws Refusal not_found | not_allowed */
export async function grantExtraTime(
  deps: Deps,
  { actorId, candidateId, extraTimeShare, note }: ExtraTime,
): Promise<PersonRecord> {
  const { issuerId } = deps.installation;
  // Nobody gives time to themselves.
  if (actorId === candidateId) throw new Refusal('not_allowed');
  await deps.db.transaction().execute(async (tx) => {
    if (!(await lockCandidate(tx, candidateId))) throw new Refusal('not_found');
    await insertExtraTime(tx, { candidateId, issuerId, grantedBy: actorId, share: extraTimeShare, note });
    const entry = { issuerId, actorId, action: 'extra_time_granted', subject: 'candidate', subjectId: candidateId };
    await insertAuditEntry(tx, { ...entry, detail: { extraTimeShare } });
  });
  return readPersonRecord(deps, candidateId);
}

/** The same as `getPersonRecord` for a caller who records more than a reading. @throws Refusal not_found */
export async function readPersonRecord(deps: Deps, candidateId: string): Promise<PersonRecord> {
  const { db, installation } = deps;
  const known = { candidateId, issuerId: installation.issuerId };
  const person = await findPerson(db, candidateId);
  if (person === null) throw new Refusal('not_found');
  const [summary] = await summarise(deps, [person]);
  if (summary === undefined) throw new Error('one person has one summary');
  const changes = await listRecordedChanges(db, known);
  const awards = await listAwards(db, known);
  const { registrations, sittings } = await getRecord(deps, { candidateId });
  return {
    ...summary,
    roles: ['candidate', ...(await listStaffRoles(db, known))],
    createdAt: person.createdAt.toISOString(),
    accommodations: (await listAccommodations(db, known)).map(({ grantedAt, ...rest }) => ({
      ...rest,
      grantedAt: grantedAt.toISOString(),
    })),
    awards: awards.map(({ awardedAt, ...award }) => ({
      ...award,
      awardedAt: awardedAt.toISOString(),
      standing: awardStanding(award.id, changes),
      changes: changes
        .filter(({ awardId }) => awardId === award.id)
        .map(({ awardId: _, at, ...change }) => ({ ...change, at: at.toISOString() })),
    })),
    credentials: (await listCredentials(db, known)).map(({ issuedAt, ...credential }) => ({
      ...credential,
      issuedAt: issuedAt.toISOString(),
    })),
    registrations,
    sittings,
  };
}

async function search(db: Db, issuerId: string, text: string): Promise<FoundPerson[]> {
  const id = ID.exec(text)?.[1];
  if (id === undefined) return listPeopleNamed(db, text, AT_MOST + 1);
  const candidateId = (await findHolderId(db, issuerId, id)) ?? id;
  const person = await findPerson(db, candidateId);
  return person === null ? [] : [person];
}

async function summarise({ db, ladder, installation }: Deps, found: readonly FoundPerson[]): Promise<PersonSummary[]> {
  const ids = found.map(({ candidateId }) => candidateId);
  const { awards, changes } = await listAwardsOf(db, installation.issuerId, ids);
  return found.map(({ candidateId, name, email }) => {
    const own = awards.filter((award) => award.candidateId === candidateId);
    return { candidateId, name, email, holds: holdings(ladder, own, changes).map(({ credential }) => credential) };
  });
}
