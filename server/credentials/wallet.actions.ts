import type { GetWallet, Reply, SharedFacts, WalletEntry } from '@pyladder/contract';
import { Refusal } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import type { Person } from '../identity/identity.ts';
import { addToProfileAddress } from './add-to-profile.ts';
import { getCredential, hasProfile, sharesOf, viewCredential } from './credential-page.actions.ts';
import { findHolder, type KeptCredential, listCredentials, upsertShares } from './credentials.queries.ts';
import { listDueOf } from './issuing.actions.ts';
import { lockHolder } from './issuing.queries.ts';
import { readSignedFacts } from './signed-facts.ts';

/** A person's credentials, newest first, and what is being made just now. */
export async function getWallet(deps: Deps, { candidateId }: Person): Promise<Reply<typeof GetWallet>> {
  const { db, installation } = deps;
  const kept = await listCredentials(db, { candidateId, issuerId: installation.issuerId });
  const holder = await findHolder(db, candidateId);
  const due = await listDueOf(deps, db, candidateId);
  return {
    credentials: kept.map((credential) => viewEntry(deps, credential, sharesOf(holder, credential.id))),
    pending: due.map(({ credential }) => credential),
  };
}

/**
 * Shows or hides name and profile on the page of one's own credential, at once. Whoever is erased in the same moment
 * shares nothing.
 *
 * @throws Refusal not_found
 */
export async function shareCredential(
  deps: Deps,
  { candidateId, userId }: Person,
  { id, shares }: { id: string; shares: SharedFacts },
): Promise<WalletEntry> {
  const kept = await getCredential(deps, id);
  if (kept.candidateId !== candidateId) throw new Refusal('not_found');
  await deps.db.transaction().execute(async (tx) => {
    await lockHolder(tx, candidateId);
    if ((await findHolder(tx, candidateId)) === null) throw new Refusal('not_found');
    await upsertShares(tx, userId, { credentialId: kept.id, ...shares });
  });
  return viewEntry(deps, kept, shares);
}

function viewEntry(deps: Deps, kept: KeptCredential, shares: SharedFacts): WalletEntry {
  const { issuer, achievementName } = readSignedFacts(kept.document);
  const view = viewCredential(deps, kept);
  const { issuedAt, expiresAt } = kept;
  const { id, address } = view;
  return {
    ...view,
    issuerName: issuer.name,
    shares,
    hasProfile: hasProfile(deps, kept),
    addToProfile: addToProfileAddress({
      name: achievementName,
      issuerName: issuer.name,
      issuedAt,
      expiresAt,
      address,
      id,
    }),
  };
}
