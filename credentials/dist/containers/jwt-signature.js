import { compactVerify, errors, importJWK } from 'jose';
import { isRecord } from '../badge/json.js';
import { keyOfDid } from '../issuer/did.js';
import { jwkOfMultikey, multikeyOfJwk } from './jwk.js';
/** Each algorithm has its kind of key, and a key is never used with another's. */
const kinds = { EdDSA: 'OKP', Ed25519: 'OKP', ES256: 'EC', RS256: 'RSA' };
const longestShown = 200;
/**
 * Verifies a token by its issuer's published keys alone. A key that the token brings along says which of them is meant,
 * and is never believed for itself; addresses in the header are never asked.
 *
 * @param signatory the issuer of `badge.document`
 * @see Open Badges 3.0, section "JSON Web Token Proof Format: Verify"; RFC 8725
 */
export async function verifyJwtBadge(badge, signatory) {
    const { alg, crit } = badge.header;
    if (typeof alg !== 'string')
        return outcome('not_understood', 'proof_malformed');
    if (alg === 'none')
        return outcome('not_understood', 'no_proof');
    const kind = Object.hasOwn(kinds, alg) ? kinds[alg] : undefined;
    if (kind === undefined)
        return outcome('not_understood', 'suite_not_supported', { suite: alg });
    if (crit !== undefined)
        return outcome('not_understood', 'header_not_supported', { header: 'crit' });
    const published = publishedKeys(signatory);
    if (published === null)
        return judgeStranger(badge, alg);
    const meant = findMeant(badge, signatory.id, { published, kind });
    if (!Array.isArray(meant))
        return meant;
    for (const key of meant) {
        const tried = await tryKey(badge.token, alg, key);
        if (tried === 'unusable')
            return outcome('not_understood', 'key_not_supported', { suite: alg });
        if (tried === 'fails')
            continue;
        if (badge.disagreement === null)
            return outcome('holds', 'signature_holds');
        return outcome('forged', 'claims_disagree', { claim: badge.disagreement });
    }
    return outcome('forged', 'signature_broken');
}
/** A did:key is its own key, whoever is trusted. */
function publishedKeys({ id, trusted }) {
    const own = keyOfDid(id);
    return own === null ? (trusted?.keys ?? null) : [{ id: `${id}#${own}`, publicKeyMultibase: own }];
}
/** Of an issuer whose keys are not known: a token may still be found false by the key that it brings along itself. */
async function judgeStranger({ token, header: { kid, jwk } }, alg) {
    const brought = isRecord(jwk) ? multikeyOfJwk(jwk) : null;
    const key = brought === null ? null : jwkOfMultikey(brought);
    if (key !== null && key.kty === kinds[alg] && (await tryKey(token, alg, key)) === 'fails') {
        return outcome('forged', 'signature_broken');
    }
    const method = typeof kid === 'string' ? kid : brought;
    return outcome('unknown', 'key_not_known', method === null ? {} : { verificationMethod: shorten(method) });
}
/** Those of the issuer's keys by which the token says that it was signed; all of their kind if it does not say. */
function findMeant({ header: { kid, jwk, alg } }, id, { published, kind }) {
    if (kid !== undefined && typeof kid !== 'string')
        return outcome('not_understood', 'proof_malformed');
    const usable = published.flatMap((key) => {
        const found = jwkOfMultikey(key.publicKeyMultibase);
        return found?.kty === kind ? [{ ...key, jwk: found }] : [];
    });
    if (usable.length === 0)
        return outcome('not_understood', 'key_not_supported', { suite: String(alg) });
    const brought = isRecord(jwk) ? multikeyOfJwk(jwk) : null;
    const meant = usable.filter((key) => {
        if (kid !== undefined)
            return key.id === kid || key.id === id + kid || key.id === `${id}#${kid}`;
        return jwk === undefined || key.publicKeyMultibase === brought;
    });
    if (meant.length > 0)
        return meant.map((key) => key.jwk);
    return outcome('forged', 'key_never_published', { verificationMethod: shorten(kid ?? brought ?? 'jwk') });
}
async function tryKey(token, alg, jwk) {
    try {
        await compactVerify(token, await importJWK(jwk, alg), { algorithms: [alg] });
        return 'holds';
    }
    catch (error) {
        if (error instanceof errors.JWSSignatureVerificationFailed)
            return 'fails';
        // Keys that are no keys: too short for RSA, or numbers that Web Crypto takes for none. Nothing else can be wrong
        // here, since header and payload were read before.
        return 'unusable';
    }
}
/** For showing: an RSA key has 400 letters, and a stranger's name for a key any number. */
function shorten(method) {
    return method.length <= longestShown ? method : `${method.slice(0, longestShown)}…`;
}
function outcome(result, code, detail = {}) {
    return { result, code, detail };
}
