import { readInstant } from '../badge/instant.js';
import { isRecord, listOf } from '../badge/json.js';
import { keyOfDid } from '../issuer/did.js';
import { decodeMultibase, decodeMultikey } from '../keys/multikey.js';
import { holdsSignature } from '../keys/signature.js';
import { bringsContexts, cryptosuite, hashForProof, proofType } from './data-integrity.js';
/** More signatures than this on one document are somebody's attempt at keeping a verifier busy. */
const mostProofs = 4;
/** Clocks differ by this much without anybody lying. */
export const clockSkewMs = 5 * 60_000;
const holds = { result: 'holds', code: 'signature_holds', detail: {} };
/**
 * Checks every proof of a document. All of them have to be its issuer's and to hold: one that were passed over in
 * silence would let people believe in it.
 *
 * @throws CanonicalFault if it cannot be said what the document means
 * @see https://www.w3.org/TR/vc-data-integrity/#verify-proof
 */
export async function checkProofs(document, signatory, { now, contexts }) {
    const proofs = listOf(document.proof);
    if (proofs.length === 0)
        return notUnderstood('no_proof');
    if (proofs.length > mostProofs)
        return notUnderstood('too_many_proofs');
    const outcomes = [];
    for (const proof of proofs) {
        outcomes.push(isRecord(proof) ? await checkProof(document, proof, signatory) : notUnderstood('proof_malformed'));
    }
    return worst(outcomes);
    async function checkProof(whole, proof, { id, trusted }) {
        const fault = faultOf(whole, proof, now);
        if (fault !== null)
            return fault;
        const bytes = await hashForProof(whole, proof, contexts);
        if (proof.proofPurpose !== 'assertionMethod')
            return forged('proof_purpose');
        const meant = keyFor(String(proof.verificationMethod), { id, trusted });
        if ('result' in meant)
            return meant;
        const signature = decodeMultibase(String(proof.proofValue), 64);
        if (signature === null || !(await holdsSignature(meant.key, signature, bytes)))
            return forged('signature_broken');
        return meant.ifItHolds;
    }
}
/** What keeps a proof from being looked at. */
function faultOf(document, proof, now) {
    const { type, created, expires } = proof;
    const suite = type === proofType ? proof.cryptosuite : type;
    if (typeof suite !== 'string')
        return notUnderstood('proof_malformed');
    if (suite !== cryptosuite || type !== proofType)
        return notUnderstood('suite_not_supported', { suite });
    if (proof.previousProof !== undefined)
        return notUnderstood('proof_chain');
    if (bringsContexts(document, proof))
        return notUnderstood('context_inline');
    if (typeof proof.verificationMethod !== 'string' || typeof proof.proofValue !== 'string') {
        return notUnderstood('proof_malformed');
    }
    const made = created === undefined ? null : readInstant(created);
    const ends = expires === undefined ? null : readInstant(expires);
    if ((created !== undefined && made === null) || (expires !== undefined && ends === null)) {
        return notUnderstood('date_malformed', { of: 'proof' });
    }
    if (made !== null && made.getTime() > now.getTime() + clockSkewMs) {
        return notUnderstood('proof_from_the_future', { created: String(created) });
    }
    if (made !== null && ends !== null && made > ends)
        return notUnderstood('dates_out_of_order', { of: 'proof' });
    return null;
}
/** The key by which a proof says that it was made, if that is one of the issuer's. */
function keyFor(method, { id, trusted }) {
    const published = trusted?.keys.find((key) => key.id === method);
    if (published !== undefined)
        return { key: published.publicKeyMultibase, ifItHolds: holds };
    const own = keyOfDid(id);
    if (own !== null) {
        // Some leave out the fragment; the DID has no other key.
        if (method !== id && method !== `${id}#${own}`)
            return forged('key_of_another', { verificationMethod: method });
        if (decodeMultikey(own) === null)
            return notUnderstood('key_not_supported', { key: own.slice(0, 16) });
        return { key: own, ifItHolds: holds };
    }
    const controller = method.split('#')[0] ?? '';
    if (trusted !== null) {
        return forged(controller === id ? 'key_never_published' : 'key_of_another', { verificationMethod: method });
    }
    // Which keys a stranger calls its own nobody here knows, another's name on one of them is no forgery yet. A key that
    // is its own name can at least be tried.
    const stranger = { result: 'unknown', code: 'key_not_known', detail: { verificationMethod: method } };
    const brought = keyOfDid(controller);
    return brought !== null && decodeMultikey(brought) !== null ? { key: brought, ifItHolds: stranger } : stranger;
}
function worst(outcomes) {
    for (const result of ['not_understood', 'forged', 'unknown']) {
        const found = outcomes.find((outcome) => outcome.result === result);
        if (found !== undefined)
            return found;
    }
    return holds;
}
function notUnderstood(code, detail = {}) {
    return { result: 'not_understood', code, detail };
}
function forged(code, detail = {}) {
    return { result: 'forged', code, detail };
}
