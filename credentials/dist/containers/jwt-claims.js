import { readInstant, writeInstant } from '../badge/instant.js';
import { isRecord, listOf, textOf } from '../badge/json.js';
import { ContainerFault } from './fault.js';
/** The claims of every JWT, which are no properties of a credential. @see RFC 7519, section 4.1 */
const registered = new Set(['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']);
/**
 * The credential in a token's payload: the payload itself as version 2.0 of the data model has it, or its claim `vc` as
 * version 1.1 and Open Badges 3.0 have it. Where the credential is silent, the claims complete it; where both speak,
 * they have to agree.
 *
 * @throws ContainerFault jwt_broken
 * @see W3C VC Data Model 1.1, section 6.3.1 "JSON Web Token"; Open Badges 3.0, section "Verify a Credential VC-JWT Signature"
 */
export function readCredentialOf(payload) {
    const isWrapped = payload.vc !== undefined;
    if (isWrapped && payload['@context'] !== undefined)
        throw broken('two_credentials');
    const document = isWrapped ? payload.vc : withoutRegistered(payload);
    if (!isRecord(document))
        throw broken('vc');
    const claims = readClaims(payload);
    const completed = complete(document, claims);
    return { document: completed, disagreement: findDisagreement(completed, claims) };
}
/** The claims as a credential would write them: moments in whole seconds, UTC. */
function readClaims(payload) {
    const claims = {};
    for (const name of ['iss', 'jti', 'sub']) {
        if (payload[name] === undefined)
            continue;
        claims[name] = textOf(payload[name]) ?? fail(name);
    }
    for (const name of ['nbf', 'exp']) {
        if (payload[name] === undefined)
            continue;
        claims[name] = writeMoment(payload[name]) ?? fail(name);
    }
    return claims;
}
function writeMoment(seconds) {
    if (typeof seconds !== 'number' || seconds < 0)
        return null;
    const moment = new Date(Math.floor(seconds) * 1000);
    return Number.isNaN(moment.getTime()) ? null : writeInstant(moment);
}
function complete(document, { iss, jti, sub, nbf, exp }) {
    const { issuer } = document;
    const subject = onlySubject(document);
    const [from, until] = namesOfDates(document);
    return {
        ...document,
        ...(issuer === undefined && iss !== undefined ? { issuer: iss } : {}),
        ...(isRecord(issuer) && issuer.id === undefined && iss !== undefined ? { issuer: { ...issuer, id: iss } } : {}),
        ...(document.id === undefined && jti !== undefined ? { id: jti } : {}),
        ...(subject !== null && subject.id === undefined && sub !== undefined
            ? { credentialSubject: { ...subject, id: sub } }
            : {}),
        ...(document[from] === undefined && nbf !== undefined ? { [from]: nbf } : {}),
        ...(document[until] === undefined && exp !== undefined ? { [until]: exp } : {}),
    };
}
function findDisagreement(document, claims) {
    const { issuer } = document;
    const [from, until] = namesOfDates(document);
    const said = {
        iss: isRecord(issuer) ? issuer.id : issuer,
        jti: document.id,
        sub: onlySubject(document)?.id,
        nbf: readSecond(document[from]),
        exp: readSecond(document[until]),
    };
    for (const name of ['iss', 'jti', 'sub', 'nbf', 'exp']) {
        if (claims[name] !== undefined && claims[name] !== said[name])
            return name;
    }
    return null;
}
/** A token speaks of one subject; that may be written as a list of one. */
function onlySubject({ credentialSubject }) {
    const [subject, ...others] = listOf(credentialSubject);
    return isRecord(subject) && others.length === 0 ? subject : null;
}
/** Version 1.1 of the data model has other names for the dates. */
function namesOfDates(document) {
    return [
        document.issuanceDate === undefined ? 'validFrom' : 'issuanceDate',
        document.expirationDate === undefined ? 'validUntil' : 'expirationDate',
    ];
}
function readSecond(text) {
    const moment = readInstant(text);
    return moment === null ? null : writeInstant(moment);
}
function withoutRegistered(payload) {
    return Object.fromEntries(Object.entries(payload).filter(([name]) => !registered.has(name)));
}
function fail(claim) {
    throw new ContainerFault('jwt_broken', { reason: 'claim', claim });
}
function broken(reason) {
    return new ContainerFault('jwt_broken', { reason });
}
