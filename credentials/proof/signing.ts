import { base58 } from '@scure/base';
import { writeInstant } from '../badge/instant.ts';
import { isRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { cryptosuite, hashForProof, proofType } from './data-integrity.ts';

export type Signing = {
  key: SigningKey;
  /** By which of the issuer's published keys others will check it. */
  verificationMethod: string;
  created: Date;
  /** Other contexts than those of badges, for tests. */
  contexts?: Contexts;
};

/**
 * The same document with an eddsa-rdfc-2022 proof that its issuer asserts it.
 *
 * @throws CanonicalFault if a property of it has no definition, and so would not be signed
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 */
export async function signDocument(document: object, signing: Signing): Promise<object> {
  if (!isRecord(document) || 'proof' in document) throw new TypeError('a document without a proof is to be signed');
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
