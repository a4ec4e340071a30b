import type { Deps } from '../deps.ts';
import { readStatusAddress } from './addresses.ts';
import { findCredentialById } from './credentials.queries.ts';
import type { PublicReason } from './standings.queries.ts';

export { ownIssuer } from '../organisation/own-issuer.ts';

/** The signed status list at an address of this installation, without going over the network; null if there is none. */
export async function readOwnStatusList({ issuer, statusLists }: Deps, address: string): Promise<string | null> {
  const named = readStatusAddress(issuer.address, address);
  return named === null ? null : statusLists.read(named.number, named.purpose);
}

/** The signed JSON of a credential of this installation, to the byte, or null if there is none with this id. */
export async function findDocument({ db, installation }: Deps, credentialId: string): Promise<string | null> {
  return (await findCredentialById(db, installation.issuerId, credentialId))?.document ?? null;
}

/** What became of a credential last, as everybody may know it; null while it stands, and for one that does not exist. */
export async function findChange(
  { db, installation }: Deps,
  credentialId: string,
): Promise<{ at: Date; reason: PublicReason } | null> {
  const kept = await findCredentialById(db, installation.issuerId, credentialId);
  if (kept === null || kept.reason === null || kept.changedAt === null) return null;
  return { at: kept.changedAt, reason: kept.reason };
}

/** Id of the credential that took the place of a revoked one, or null. */
export async function findReplacement({ db, installation }: Deps, credentialId: string): Promise<string | null> {
  return (await findCredentialById(db, installation.issuerId, credentialId))?.replacedBy ?? null;
}
