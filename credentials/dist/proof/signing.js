import { base58 } from '@scure/base';
import { writeInstant } from '../badge/instant.js';
import { isRecord } from '../badge/json.js';
import { cryptosuite, hashForProof, proofType } from './data-integrity.js';
/**
 * The same document with an eddsa-rdfc-2022 proof that its issuer asserts it.
 *
 * @throws CanonicalFault if a property of it has no definition, and so would not be signed
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 */
export async function signDocument(document, signing) {
    if (!isRecord(document) || 'proof' in document)
        throw new TypeError('a document without a proof is to be signed');
    const proof = {
        type: proofType,
        cryptosuite,
        created: writeInstant(signing.created),
        verificationMethod: signing.verificationMethod,
        proofPurpose: 'assertionMethod',
    };
    const signature = await signing.key.sign(await hashForProof(document, proof, signing.contexts));
    return { ...document, proof: { ...proof, proofValue: `z${base58.encode(signature)}` } };
}
