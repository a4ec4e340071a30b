import { randomUUID } from 'node:crypto';
import { allowanceSeconds, type ExamCredential, Refusal } from '@pyladder/exam';
import { drawItems } from '../banks/draw-items.ts';
import type { Db, Deps } from '../deps.ts';
import type { Person } from '../identity/identity.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { placeItems, sealForm } from '../sittings/form-sealing.ts';
import { judgeExam, poolOf, readStanding, refuseFor } from './obstacles.ts';
import { getExamCredential } from './registrations.actions.ts';
import {
  findRegistration,
  insertMetTemplates,
  insertSitting,
  listMetTemplates,
  type Registration,
  updateRegistrationUsed,
} from './registrations.queries.ts';
import { lockCandidate } from './standing.queries.ts';

/** From it comes all that is chance in one form. */
const SEED_BYTES = 32;

/**
 * Draws and seals a form and starts the clock. However many callers ask at once or again: one sitting.
 *
 * @throws Refusal not_found | registration_used | what stands in the way now | form_cannot_be_drawn
 */
export async function startSitting(deps: Deps, person: Person, registrationId: string): Promise<{ sittingId: string }> {
  return deps.db.transaction().execute(async (tx) => {
    await lockCandidate(tx, person.candidateId);
    const registration = await findRegistration(tx, person.candidateId, registrationId);
    if (registration === null) throw new Refusal('not_found');
    if (registration.sittingId !== null) return { sittingId: registration.sittingId };
    if (registration.state !== 'open') throw new Refusal('registration_used');
    const credential = getExamCredential(deps, registration.credential);
    refuseFor(
      judgeExam(deps, credential, registration.purpose, await readStanding(deps, tx, person.candidateId)).obstacles,
    );
    const sittingId = await insertDrawnSitting(deps, tx, { person, registration, credential });
    await updateRegistrationUsed(tx, person.candidateId, registrationId);
    await insertAuditEntry(tx, {
      issuerId: deps.installation.issuerId,
      actorId: person.candidateId,
      action: 'sitting_started',
      subject: 'sitting',
      subjectId: sittingId,
      detail: { registrationId },
    });
    return { sittingId };
  });
}

async function insertDrawnSitting(
  deps: Deps,
  tx: Db,
  { person, registration, credential }: { person: Person; registration: Registration; credential: ExamCredential },
): Promise<string> {
  const { candidateId, extraTime } = person;
  const { purpose } = registration;
  const bank = deps.banks.inForce(poolOf(purpose));
  if (bank === null) throw new Refusal('exam_bank_not_ready');
  const seed = deps.random(SEED_BYTES);
  const avoid = new Set(await listMetTemplates(tx, candidateId));
  const drawn = drawItems(credential, bank.variants.get(credential.id) ?? [], { seed, avoid });
  const items = await deps.banks.getItems(
    tx,
    drawn.map(({ hash }) => hash),
  );
  const limitSeconds = credential.exam.minutes * 60;
  const { passMark } = credential.exam;
  const form = {
    sittingId: randomUUID(),
    credential: credential.id,
    purpose,
    bankDigest: bank.digest,
    seed,
    places: placeItems(items, { seed, partialCredit: credential.exam.partialCredit }),
    passMark,
    cutVersion: `${deps.ladder.id}/${credential.id}/${passMark}`,
    limitSeconds,
  };
  await insertSitting(tx, {
    ...form,
    candidateId,
    issuerId: deps.installation.issuerId,
    registrationId: registration.id,
    startedAt: await deps.clock.now(tx),
    allowanceSeconds: allowanceSeconds(limitSeconds, extraTime),
    seal: sealForm(form),
  });
  await insertMetTemplates(
    tx,
    candidateId,
    drawn.map(({ template }) => template),
  );
  return form.sittingId;
}
