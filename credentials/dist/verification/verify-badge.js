import { readClaims } from '../badge/claims.js';
import { CanonicalFault } from '../canonical/fault.js';
import { ContainerFault, isCompactJws, parseStrictJson, readBadgeFile, readJwtBadge, verifyJwtBadge, } from '../containers/index.js';
import { finding, judge } from '../judge.js';
import { checkProofs } from '../proof/verification.js';
import { readCredential } from './credential.js';
import { checkDates } from './dates.js';
import { checkStatus } from './status.js';
const nothingFound = { format: null, signature: null, issuer: null, status: null, dates: null };
/**
 * Verifies a badge in whatever file it comes: JSON, a JWT, PNG, SVG or PDF.
 *
 * Everything that a stranger can put into a file has a verdict; nothing is thrown for it.
 *
 * @see https://www.imsglobal.org/spec/ob/v3p0/#verification-and-validation
 */
export async function verifyBadge(input, verification) {
    const file = readBadgeFile(input);
    if (file.format === 'unreadable')
        return notUnderstood(file.code, file.detail);
    try {
        return await verifySigned(readSigned(file.text, verification), verification);
    }
    catch (error) {
        if (error instanceof ContainerFault)
            return notUnderstood(error.code, error.detail);
        throw error;
    }
}
function readSigned(text, { now, contexts }) {
    if (isCompactJws(text)) {
        const token = readJwtBadge(text);
        return { document: token.document, check: (signatory) => verifyJwtBadge(token, signatory) };
    }
    const document = parseStrictJson(text);
    return { document, check: (signatory, whole) => checkProofs(whole, signatory, { now, contexts }) };
}
async function verifySigned(signed, verification) {
    const { trusted: issuers, now, status, contexts } = verification;
    const claims = readClaims(signed.document);
    const credential = readCredential(signed.document);
    if ('code' in credential)
        return judge({ ...nothingFound, format: credential }, claims);
    const { issuerId } = credential;
    const trusted = issuers.find(({ id }) => id === issuerId) ?? null;
    const outcome = await tryCheck(() => signed.check({ id: issuerId, trusted }, credential.document));
    if (outcome.result === 'not_understood')
        return notUnderstood(outcome.code, outcome.detail, claims);
    const format = finding('passed', 'open_badge');
    const signature = signatureFinding(outcome);
    if (outcome.result === 'forged')
        return judge({ ...nothingFound, format, signature }, claims);
    const dates = checkDates(credential, now);
    if (trusted === null) {
        const issuer = finding('failed', 'issuer_not_trusted', { issuer: issuerId });
        return judge({ ...nothingFound, format, signature, issuer, dates }, claims);
    }
    const issuer = finding('passed', 'issuer_trusted', { issuer: issuerId, name: trusted.name });
    const entries = credential.statusEntries;
    const standing = await checkStatus({ entries, issuer: trusted, source: status, now, contexts });
    return judge({ format, signature, issuer, status: standing, dates }, claims);
}
async function tryCheck(check) {
    try {
        return await check();
    }
    catch (error) {
        if (error instanceof CanonicalFault)
            return { result: 'not_understood', code: error.code, detail: error.detail };
        throw error;
    }
}
function signatureFinding({ result, code, detail }) {
    if (result === 'holds')
        return finding('passed', code, detail);
    return finding(result === 'unknown' ? 'unknown' : 'failed', code, detail);
}
function notUnderstood(code, detail, claims = null) {
    return judge({ ...nothingFound, format: finding('failed', code, detail) }, claims);
}
