import { isRecord } from '../badge/json.js';
import { canonicalise } from '../canonical/canonicalise.js';
import { digest } from '../keys/digest.js';
/** The kind of proof that this room makes and checks. */
export const proofType = 'DataIntegrityProof';
/** Ed25519 over RDF canonicalised documents. */
export const cryptosuite = 'eddsa-rdfc-2022';
/**
 * The 64 bytes that are signed: the hash of the proof without its value, then that of the document without its proofs.
 *
 * @throws CanonicalFault
 * @see https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022
 */
export async function hashForProof(document, proof, contexts) {
    const { proof: _proofs, ...unsecured } = document;
    const { proofValue: _value, ...options } = proof;
    const [ofProof, ofDocument] = await Promise.all([
        canonicalise({ ...options, '@context': document['@context'] }, contexts).then(digest),
        canonicalise(unsecured, contexts).then(digest),
    ]);
    return Uint8Array.from([...ofProof, ...ofDocument]);
}
/** A proof may repeat the document's contexts, or the first of them, but not bring its own. */
export function bringsContexts(document, proof) {
    const own = proof['@context'];
    if (own === undefined)
        return false;
    const listed = Array.isArray(own) ? own : [own];
    const context = document['@context'];
    const allowed = Array.isArray(context) ? context : [context];
    return listed.some((address, place) => isRecord(address) || address !== allowed[place]);
}
