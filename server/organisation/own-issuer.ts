import { keyIdOf, type TrustedIssuer } from '@pyladder/credentials';
import type { Deps } from '../deps.ts';
import { listCredentialKeys } from './issuer-keys.queries.ts';

/** This installation as an issuer, with every key it ever signed credentials with. */
export async function ownIssuer({ db, installation, issuer }: Deps): Promise<TrustedIssuer> {
  const keys = await listCredentialKeys(db, installation.issuerId);
  return {
    id: issuer.did,
    name: installation.issuerName,
    keys: keys.map((publicKeyMultibase) => ({ id: keyIdOf(issuer.did, publicKeyMultibase), publicKeyMultibase })),
  };
}
