import { digestHex } from '../keys/digest.js';
import { isRecord, listOf } from './json.js';
/**
 * The salted hash of an e-mail address that stands in a badge in place of the address: `sha256$` and 64 digits.
 *
 * @param salt long and random: without it, a list of addresses would be enough to find whose badge this is
 * @see https://www.imsglobal.org/spec/ob/v3p0/#identityhash-datatype
 */
export async function hashIdentity(email, salt) {
    return `sha256$${await digestHex(normalise(email) + salt)}`;
}
/** Whether a badge was made for this e-mail address; null if it holds no hash of an address to compare. */
export async function namesHolder(document, email) {
    const subjects = isRecord(document) ? listOf(document.credentialSubject) : [];
    const identities = subjects
        .flatMap((subject) => (isRecord(subject) ? listOf(subject.identifier) : []))
        .filter(isRecord)
        .filter(({ identityType }) => identityType === 'emailAddress');
    let compared = false;
    for (const { hashed, identityHash, salt } of identities) {
        if (typeof identityHash !== 'string')
            continue;
        if (hashed !== true) {
            compared = true;
            if (normalise(identityHash) === normalise(email))
                return true;
            continue;
        }
        // Others hash in other ways too; what cannot be compared says neither yes nor no.
        if (!/^sha256\$[0-9a-f]{64}$/i.test(identityHash))
            continue;
        compared = true;
        if (identityHash.toLowerCase() === (await hashIdentity(email, typeof salt === 'string' ? salt : '')))
            return true;
    }
    return compared ? false : null;
}
/** People type the same address in more than one way; the part before the @ is told apart by case by nobody. */
function normalise(email) {
    return email.trim().toLowerCase();
}
