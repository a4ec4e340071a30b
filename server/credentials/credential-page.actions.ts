import type { CredentialPage } from '@pyladder/contract';
import { findCredential, findExamCredential, Refusal } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { sectionTitle } from '../sittings/item-view.ts';
import {
  findCredentialById,
  findHolder,
  findProfile,
  type Holder,
  type KeptCredential,
  listBasis,
} from './credentials.queries.ts';
import { dayOf } from './day.ts';
import { readSignedFacts } from './signed-facts.ts';

/** A credential as anybody sees it who has its address. @throws Refusal not_found */
export async function getCredentialPage(deps: Deps, id: string): Promise<CredentialPage> {
  const kept = await getCredential(deps, id);
  const { db, ladder } = deps;
  const holder = await findHolder(db, kept.candidateId);
  const shares = sharesOf(holder, kept.id);
  return {
    ...viewCredential(deps, kept),
    issuedAt: dayOf(kept.issuedAt).toISOString(),
    issuer: readSignedFacts(kept.document).issuer,
    basis: (await listBasis(db, kept)).map(({ credential, passedAt }) => ({
      credential,
      short: shortOf(deps, credential),
      passedAt: dayOf(passedAt).toISOString(),
    })),
    topics: (findExamCredential(ladder, kept.credential)?.sections ?? []).map((section) => ({
      id: section.id,
      title: section.title,
      items: section.items,
      objectives: section.objectives.map(({ title }) => title),
    })),
    holderName: shares.name ? (holder?.name ?? null) : null,
    profile: shares.profile ? await viewProfile(deps, kept) : null,
  };
}

/** @throws Refusal not_found */
export async function getCredential({ db, installation }: Deps, id: string): Promise<KeptCredential> {
  const kept = await findCredentialById(db, installation.issuerId, id);
  if (kept === null) throw new Refusal('not_found');
  return kept;
}

/** What page and wallet have in common. */
export function viewCredential(deps: Deps, kept: KeptCredential) {
  const { id, credential, isDemo, document, issuedAt, expiresAt, standing, reason, changedAt, replacedBy } = kept;
  return {
    id,
    address: readSignedFacts(document).address,
    credential,
    short: shortOf(deps, credential),
    name: findCredential(deps.ladder, credential)?.name ?? readSignedFacts(document).achievementName,
    isDemo,
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    standing,
    lastChange: reason === null || changedAt === null ? null : { at: changedAt.toISOString(), reason },
    replacedBy,
  };
}

/** Nothing is shared until the holder says so. */
export function sharesOf(holder: Holder | null, credentialId: string): { name: boolean; profile: boolean } {
  const { name = false, profile = false } = holder?.shares.find((shares) => shares.credentialId === credentialId) ?? {};
  return { name, profile };
}

/** A granted rung has no profile of its own. */
export function hasProfile({ ladder }: Deps, { credential }: KeptCredential): boolean {
  return findExamCredential(ladder, credential) !== null;
}

async function viewProfile(deps: Deps, kept: KeptCredential): Promise<CredentialPage['profile']> {
  const [awardId] = kept.basis;
  if (awardId === undefined || !hasProfile(deps, kept)) return null;
  const sections = await findProfile(deps.db, kept.candidateId, awardId);
  return (
    sections?.map(({ section, points, max }) => ({
      id: section,
      title: sectionTitle(deps.ladder, kept.credential, section),
      points,
      max,
    })) ?? null
  );
}

export function shortOf({ ladder }: Deps, credential: string): string {
  return findCredential(ladder, credential)?.short ?? credential;
}
