import { isRecord, listOf } from '../badge/json.js';
import { CanonicalFault } from '../canonical/fault.js';
import { ContainerFault, decodeStatusList, parseStrictJson } from '../containers/index.js';
import { checkProofs } from '../proof/verification.js';
import { readDates } from './credential.js';
import { checkDates } from './dates.js';
/** Ten thousand credentials have a few lists between them, so each text is verified and unpacked once for an issuer. */
const verified = new WeakMap();
const keptLists = 64;
/**
 * A status list that may be believed: its issuer's, for this purpose, in force, and the one that was asked for, so that
 * nobody can answer with another list of the same issuer or an old one.
 */
export async function readStatusList(text, expected) {
    const signed = await verifyOnce(text, expected);
    if ('fault' in signed)
        return signed;
    const { document, subject, bits } = signed;
    if (document.id !== expected.address)
        return { fault: 'status_list_of_another_address' };
    if (!listOf(subject.statusPurpose).includes(expected.purpose))
        return { fault: 'status_purpose_differs' };
    return isInForce(document, expected.now) ? { bits } : { fault: 'status_list_out_of_date' };
}
async function verifyOnce(text, expected) {
    const lists = verified.get(expected.issuer) ?? new Map();
    verified.set(expected.issuer, lists);
    const known = lists.get(text);
    if (known !== undefined)
        return known;
    if (lists.size >= keptLists)
        lists.clear();
    const list = verify(text, expected);
    lists.set(text, list);
    const outcome = await list;
    // A list that cannot be believed now may be later, when the clock has caught up with it.
    if ('fault' in outcome)
        lists.delete(text);
    return outcome;
}
async function verify(text, { issuer, now, contexts }) {
    try {
        const document = parseStrictJson(text);
        if (!isRecord(document) || !listOf(document.type).includes('BitstringStatusListCredential')) {
            return { fault: 'status_list_malformed' };
        }
        const issuerId = isRecord(document.issuer) ? document.issuer.id : document.issuer;
        if (issuerId !== issuer.id)
            return { fault: 'status_list_of_another_issuer' };
        const { result } = await checkProofs(document, { id: issuer.id, trusted: issuer }, { now, contexts });
        if (result !== 'holds')
            return { fault: 'status_list_not_signed' };
        const subject = document.credentialSubject;
        if (!isRecord(subject) || subject.type !== 'BitstringStatusList' || typeof subject.encodedList !== 'string') {
            return { fault: 'status_list_malformed' };
        }
        return { document, subject, bits: decodeStatusList(subject.encodedList) };
    }
    catch (error) {
        if (error instanceof ContainerFault || error instanceof CanonicalFault)
            return { fault: 'status_list_malformed' };
        throw error;
    }
}
function isInForce(document, now) {
    const dates = readDates(document);
    return !('code' in dates) && checkDates(dates, now).result === 'passed';
}
