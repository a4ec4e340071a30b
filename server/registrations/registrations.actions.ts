import type { ExamRules, Record, RegistrationView } from '@pyladder/contract';
import {
  allowanceSeconds,
  type ExamCredential,
  findExamCredential,
  holdings,
  isGranted,
  type Purpose,
  pointsToPass,
  Refusal,
} from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import type { Person } from '../identity/identity.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { judgeExam, readStanding, refuseFor } from './obstacles.ts';
import {
  findLiveSittingId,
  findOpenRegistration,
  findRegistration,
  insertRegistration,
  listPersonalSittings,
  listRegistrations,
  type Registration,
} from './registrations.queries.ts';
import { listAwards, lockCandidate } from './standing.queries.ts';

/** An exam as a caller names it. */
export type ExamName = { credential: string; purpose: Purpose };

/** The rules of an exam for one person, and whether they may sit it now. @throws Refusal not_found */
export async function getExamRules(deps: Deps, person: Person, exam: ExamName): Promise<ExamRules> {
  const { db, installation } = deps;
  const credential = getExamCredential(deps, exam.credential);
  const mine = { ...exam, candidateId: person.candidateId, issuerId: installation.issuerId };
  const { items, minutes, passMark, partialCredit } = credential.exam;
  const registration = await findOpenRegistration(db, mine);
  return {
    ...exam,
    items,
    minutes,
    yourMinutes: minutes + allowanceSeconds(minutes * 60, person.extraTime) / 60,
    passMark,
    pointsToPass: pointsToPass({ max: items, passMark }),
    partialCredit,
    retakeDays: credential.retakeDays,
    ...judgeExam(deps, credential, exam.purpose, await readStanding(deps, db, person.candidateId)),
    registration: registration === null ? null : viewRegistration(registration),
    runningSittingId: await findLiveSittingId(db, mine),
  };
}

/**
 * Registers a person for an exam; their unused registration, if there is one, is the answer. Free for now.
 *
 * @throws Refusal not_found | already_registered (a sitting of it is going on) | what stands in the way
 */
export async function register(deps: Deps, person: Person, exam: ExamName): Promise<RegistrationView> {
  const { candidateId } = person;
  const { issuerId } = deps.installation;
  const credential = getExamCredential(deps, exam.credential);
  return deps.db.transaction().execute(async (tx) => {
    await lockCandidate(tx, candidateId);
    const mine = { ...exam, candidateId, issuerId };
    const open = await findOpenRegistration(tx, mine);
    if (open !== null) return viewRegistration(open);
    const sittingId = await findLiveSittingId(tx, mine);
    if (sittingId !== null) throw new Refusal('already_registered', { sittingId });
    refuseFor(judgeExam(deps, credential, exam.purpose, await readStanding(deps, tx, candidateId)).obstacles);
    const { currency } = credential.exam;
    const id = await insertRegistration(tx, mine, { feeCents: 0, currency });
    await insertAuditEntry(tx, {
      issuerId,
      actorId: candidateId,
      action: 'registration_granted',
      subject: 'registration',
      subjectId: id,
      detail: exam,
    });
    const registration = await findRegistration(tx, candidateId, id);
    if (registration === null) throw new Error(`registration ${id} is gone`);
    return viewRegistration(registration);
  });
}

/** What a person holds, what is going on, what they did, and what they may register for now. */
export async function getRecord(deps: Deps, { candidateId }: Pick<Person, 'candidateId'>): Promise<Record> {
  const { db, installation, ladder } = deps;
  const { issuerId } = installation;
  const { awards, changes } = await listAwards(db, { candidateId, issuerId });
  const standing = await readStanding(deps, db, candidateId);
  return {
    holdings: holdings(ladder, awards, changes).map(({ credential, since }) => ({
      credential,
      since: since.toISOString(),
    })),
    registrations: (await listRegistrations(db, candidateId, issuerId)).map(viewRegistration),
    sittings: (await listPersonalSittings(db, candidateId, issuerId)).map((sitting) => ({
      ...sitting,
      startedAt: sitting.startedAt.toISOString(),
      endedAt: sitting.endedAt?.toISOString() ?? null,
    })),
    eligibility: ladder.credentials.flatMap((credential) => {
      if (isGranted(credential)) return [];
      const { eligible, obstacles } = judgeExam(deps, credential, 'real', standing);
      return [{ credential: credential.id, eligible, obstacles }];
    }),
  };
}

/** The exam credential with this id. @throws Refusal not_found */
export function getExamCredential({ ladder }: Pick<Deps, 'ladder'>, id: string): ExamCredential {
  const credential = findExamCredential(ladder, id);
  if (credential === null) throw new Refusal('not_found');
  return credential;
}

function viewRegistration({ state: _, ...registration }: Registration): RegistrationView {
  return { ...registration, createdAt: registration.createdAt.toISOString() };
}
