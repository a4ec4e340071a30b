import { contextAddresses } from '../contexts/addresses.js';
import { demoNotice, demoTag, markDemo } from './demo.js';
import { hashIdentity } from './identity.js';
import { writeInstant } from './instant.js';
/**
 * An OpenBadgeCredential without a signature.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 * @see https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry
 */
export async function buildBadge(facts) {
    const { id, issuer, isDemo, validFrom, validUntil } = facts;
    const marked = (name) => (isDemo ? markDemo(name) : name);
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
        credentialStatus: ['revocation', 'suspension'].map((purpose) => statusEntryOf(facts, purpose)),
    };
}
async function identityOf({ email, salt }) {
    return {
        type: 'IdentityObject',
        hashed: true,
        identityHash: await hashIdentity(email, salt),
        identityType: 'emailAddress',
        salt,
    };
}
/** An Achievement: what a badge attests, the same for everybody who has earned it. */
export function buildAchievement({ achievement, isDemo }) {
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
function statusEntryOf({ status: { listAddress, index } }, purpose) {
    return {
        id: `${listAddress[purpose]}#${index}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: purpose,
        statusListIndex: String(index),
        statusListCredential: listAddress[purpose],
    };
}
