import { randomUUID } from 'node:crypto';
import { buildBadge, keyIdOf, signDocument } from '@pyladder/credentials';
import { findCredential } from '@pyladder/exam';
import type { Db, Deps } from '../deps.ts';
import { insertAuditEntry } from '../organisation/audit.ts';
import { achievementOf } from './achievements.ts';
import { addressesBelow } from './addresses.ts';
import { dayOf } from './day.ts';
import { type DueCredential, listDue } from './due.ts';
import {
  findHolderEmail,
  insertCredential,
  listHolderAwards,
  listIssued,
  lockHolder,
  type SignedCredential,
} from './issuing.queries.ts';
import { drawSlot } from './slots.ts';

const SALT_BYTES = 16;
/** A place in a status list is drawn among a hundred thousand: losing one to somebody else even once is rare. */
const MOST_DRAWS = 5;

/**
 * Gives a person every credential they have earned and not been given. Built and signed outside any transaction; however
 * many nodes do it at once, and wherever one dies, each credential comes to be once. Nothing is signed for an erased
 * person, of whom there is no address left to sign.
 */
export async function issueCredentials(deps: Deps, candidateId: string): Promise<void> {
  for (const due of await listDueOf(deps, deps.db, candidateId)) await issue(deps, candidateId, due);
}

/** What a person has earned and not been given. */
export async function listDueOf({ installation, ladder }: Deps, db: Db, candidateId: string): Promise<DueCredential[]> {
  const holder = { candidateId, issuerId: installation.issuerId };
  const { awards, changes } = await listHolderAwards(db, holder);
  return listDue(ladder, { awards, changes, issued: await listIssued(db, holder) });
}

async function issue(deps: Deps, candidateId: string, due: DueCredential): Promise<void> {
  for (let draw = 1; draw <= MOST_DRAWS; draw++) {
    const signed = await sign(deps, candidateId, due);
    if (signed === null || (await keep(deps, signed, due)) !== 'place taken') return;
  }
  throw new Error(`no place in a status list was had in ${MOST_DRAWS} draws`);
}

/** Null if the person was erased. */
async function sign(deps: Deps, candidateId: string, due: DueCredential): Promise<SignedCredential | null> {
  const { db, clock, credentialKey, issuer, installation, ladder, random } = deps;
  const email = await findHolderEmail(db, candidateId);
  const rung = findCredential(ladder, due.credential);
  if (email === null || rung === null) return null;
  const id = randomUUID();
  const slot = await drawSlot(deps);
  const issuedAt = await clock.now(db);
  const addresses = addressesBelow(issuer.address);
  const badge = await buildBadge({
    id: addresses.credential(id),
    issuer: { id: issuer.did, name: installation.issuerName, url: issuer.address },
    isDemo: installation.isDemo,
    achievement: achievementOf(issuer.address, ladder, rung),
    holder: { email, salt: random(SALT_BYTES).toString('base64url') },
    validFrom: dayOf(due.earnedAt),
    validUntil: null,
    status: {
      listAddress: {
        revocation: addresses.status(slot.statusList, 'revocation'),
        suspension: addresses.status(slot.statusList, 'suspension'),
      },
      index: slot.statusIndex,
    },
  });
  const kid = credentialKey.publicKeyMultibase;
  const verificationMethod = keyIdOf(issuer.did, kid);
  const document = await signDocument(badge, { key: credentialKey, verificationMethod, created: dayOf(issuedAt) });
  return {
    candidateId,
    id,
    issuerId: installation.issuerId,
    ...slot,
    credential: due.credential,
    basis: due.basis,
    generation: due.generation,
    kid,
    isDemo: installation.isDemo,
    document: JSON.stringify(document),
    issuedAt,
  };
}

/** Keeps what was signed if it is still due; what is no longer due is thrown away and was never handed out. */
async function keep(deps: Deps, signed: SignedCredential, due: DueCredential): Promise<'done' | 'place taken'> {
  const { candidateId, issuerId, id, credential, generation } = signed;
  return deps.db.transaction().execute(async (tx) => {
    await lockHolder(tx, candidateId);
    const isErased = (await findHolderEmail(tx, candidateId)) === null;
    const stillDue = await listDueOf(deps, tx, candidateId);
    if (isErased || !stillDue.some((one) => isSame(one, due))) return 'done';
    if (!(await insertCredential(tx, signed))) return 'place taken';
    await insertAuditEntry(tx, {
      issuerId,
      actorId: null,
      action: 'credential_issued',
      subject: 'credential',
      subjectId: id,
      detail: { credential, generation },
    });
    return 'done';
  });
}

function isSame(left: DueCredential, right: DueCredential): boolean {
  return (
    left.credential === right.credential &&
    left.generation === right.generation &&
    left.basis.join() === right.basis.join()
  );
}
