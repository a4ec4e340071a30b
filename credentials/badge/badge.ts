import { contextAddresses } from '../contexts/addresses.ts';
import { demoNotice, demoTag, markDemo } from './demo.ts';
import { hashIdentity } from './identity.ts';
import { writeInstant } from './instant.ts';

/** What a badge says. Nothing in it names the holder: the e-mail enters as a salted hash alone. */
export type BadgeFacts = {
  /** The address where the credential is hosted. */
  id: string;
  /** `id` is the DID whose keys sign. */
  issuer: { id: string; name: string; url: string };
  /** True if nothing was examined: then the document itself says so, wherever a name stands. */
  isDemo: boolean;
  achievement: {
    id: string;
    name: string;
    short: string;
    description: string;
    criteria: string;
    criteriaUrl: string;
    tags: readonly string[];
  };
  holder: { email: string; salt: string };
  validFrom: Date;
  validUntil: Date | null;
  /** One bit of each list, at the same index. */
  status: { listAddress: { revocation: string; suspension: string }; index: number };
};

/**
 * An OpenBadgeCredential without a signature.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry
 */
export async function buildBadge(facts: BadgeFacts): Promise<object> {
  const { id, issuer, isDemo, validFrom, validUntil } = facts;
  const marked = (name: string) => (isDemo ? markDemo(name) : name);
  return {
    '@context': [contextAddresses.credentials, contextAddresses.openBadges],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: marked(facts.achievement.name),
    ...(isDemo ? { description: demoNotice } : {}),
    issuer: { id: issuer.id, type: ['Profile'], name: marked(issuer.name), url: issuer.url },
    validFrom: writeInstant(validFrom),
    ...(validUntil === null ? {} : { validUntil: writeInstant(validUntil) }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [await identityOf(facts.holder)],
      achievement: buildAchievement(facts),
    },
    credentialStatus: (['revocation', 'suspension'] as const).map((purpose) => statusEntryOf(facts, purpose)),
  };
}

async function identityOf({ email, salt }: BadgeFacts['holder']): Promise<object> {
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: await hashIdentity(email, salt),
    identityType: 'emailAddress',
    salt,
  };
}

/** An Achievement: what a badge attests, the same for everybody who has earned it. */
export function buildAchievement({ achievement, isDemo }: Pick<BadgeFacts, 'achievement' | 'isDemo'>): object {
  const { id, name, short, description, criteria, criteriaUrl, tags } = achievement;
  return {
    id,
    type: ['Achievement'],
    achievementType: 'Certification',
    name: isDemo ? markDemo(name) : name,
    humanCode: short,
    description: isDemo ? `${demoNotice} ${description}` : description,
    criteria: { id: criteriaUrl, narrative: criteria },
    tag: isDemo ? [demoTag, ...tags] : [...tags],
  };
}

function statusEntryOf({ status: { listAddress, index } }: BadgeFacts, purpose: 'revocation' | 'suspension'): object {
  return {
    id: `${listAddress[purpose]}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: listAddress[purpose],
  };
}
