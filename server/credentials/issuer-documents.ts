import { buildAchievement, buildDidDocument, buildIssuerProfile } from '@pyladder/credentials';
import { findCredential } from '@pyladder/exam';
import type { Deps } from '../deps.ts';
import { ownIssuer } from '../organisation/own-issuer.ts';
import { achievementOf } from './achievements.ts';

/** The DID document: every key this issuer ever signed credentials with. */
export async function describeKeys(deps: Deps): Promise<object> {
  const { id, keys } = await ownIssuer(deps);
  return buildDidDocument({ did: id, keys, url: deps.issuer.address });
}

/** The issuer's profile, as Open Badges has it. */
export function describeIssuer({ issuer, installation }: Deps): object {
  const { did, address: url } = issuer;
  return buildIssuerProfile({ did, url, name: installation.issuerName, isDemo: installation.isDemo });
}

/** What a rung of the ladder attests, in the words of its credentials; null if there is no such rung. */
export function describeAchievement({ issuer, installation, ladder }: Deps, credential: string): object | null {
  const rung = findCredential(ladder, credential);
  if (rung === null) return null;
  const achievement = achievementOf(issuer.address, ladder, rung);
  return buildAchievement({ achievement, isDemo: installation.isDemo });
}
