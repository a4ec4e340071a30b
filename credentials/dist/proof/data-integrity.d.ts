import { type JsonRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
/** The kind of proof that this room makes and checks. */
export declare const proofType = "DataIntegrityProof";
/** Ed25519 over RDF canonicalised documents. */
export declare const cryptosuite = "eddsa-rdfc-2022";
/**
 * The 64 bytes that are signed: the hash of the proof without its value, then that of the document without its proofs.
 *
 * @throws CanonicalFault
 * @see https://www.w3.org/TR/vc-di-eddsa/#hashing-eddsa-rdfc-2022
 */
export declare function hashForProof(document: JsonRecord, proof: JsonRecord, contexts?: Contexts): Promise<Uint8Array>;
/** A proof may repeat the document's contexts, or the first of them, but not bring its own. */
export declare function bringsContexts(document: JsonRecord, proof: JsonRecord): boolean;
