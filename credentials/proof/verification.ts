import { readInstant } from '../badge/instant.ts';
import { isRecord, type JsonRecord, listOf } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import { keyOfDid } from '../issuer/did.ts';
import { decodeMultibase, decodeMultikey } from '../keys/multikey.ts';
import { holdsSignature } from '../keys/signature.ts';
import type { TrustedIssuer } from '../trust.ts';
import { bringsContexts, cryptosuite, hashForProof, proofType } from './data-integrity.ts';

/** Whose proofs they ought to be: the issuer that the document names, and its keys where they are known. */
export type Signatory = { id: string; trusted: TrustedIssuer | null };

/** What the proofs of a document come to. `unknown`: the issuer's keys are not known. */
export type ProofOutcome = {
  result: 'holds' | 'not_understood' | 'forged' | 'unknown';
  code: string;
  detail: Readonly<Record<string, string>>;
};

/** More signatures than this on one document are somebody's attempt at keeping a verifier busy. */
const mostProofs = 4;

/** Clocks differ by this much without anybody lying. */
export const clockSkewMs = 5 * 60_000;

const holds: ProofOutcome = { result: 'holds', code: 'signature_holds', detail: {} };

/**
 * Checks every proof of a document. All of them have to be its issuer's and to hold: one that were passed over in
 * silence would let people believe in it.
 *
 * @throws CanonicalFault if it cannot be said what the document means
 * @see https://www.w3.org/TR/vc-data-integrity/#verify-proof
 */
export async function checkProofs(
  document: JsonRecord,
  signatory: Signatory,
  { now, contexts }: { now: Date; contexts?: Contexts | undefined },
): Promise<ProofOutcome> {
  const proofs = listOf(document.proof);
  if (proofs.length === 0) return notUnderstood('no_proof');
  if (proofs.length > mostProofs) return notUnderstood('too_many_proofs');
  const outcomes: ProofOutcome[] = [];
  for (const proof of proofs) {
    outcomes.push(isRecord(proof) ? await checkProof(document, proof, signatory) : notUnderstood('proof_malformed'));
  }
  return worst(outcomes);

  async function checkProof(whole: JsonRecord, proof: JsonRecord, { id, trusted }: Signatory): Promise<ProofOutcome> {
    const fault = faultOf(whole, proof, now);
    if (fault !== null) return fault;
    const bytes = await hashForProof(whole, proof, contexts);
    if (proof.proofPurpose !== 'assertionMethod') return forged('proof_purpose');
    const meant = keyFor(String(proof.verificationMethod), { id, trusted });
    if ('result' in meant) return meant;
    const signature = decodeMultibase(String(proof.proofValue), 64);
    if (signature === null || !(await holdsSignature(meant.key, signature, bytes))) return forged('signature_broken');
    return meant.ifItHolds;
  }
}

/** What keeps a proof from being looked at. */
function faultOf(document: JsonRecord, proof: JsonRecord, now: Date): ProofOutcome | null {
  const { type, created, expires } = proof;
  const suite = type === proofType ? proof.cryptosuite : type;
  if (typeof suite !== 'string') return notUnderstood('proof_malformed');
  if (suite !== cryptosuite || type !== proofType) return notUnderstood('suite_not_supported', { suite });
  if (proof.previousProof !== undefined) return notUnderstood('proof_chain');
  if (bringsContexts(document, proof)) return notUnderstood('context_inline');
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
  if (made !== null && ends !== null && made > ends) return notUnderstood('dates_out_of_order', { of: 'proof' });
  return null;
}

/** A key to try, and what it comes to if the signature holds. */
type MeantKey = { key: string; ifItHolds: ProofOutcome };

/** The key by which a proof says that it was made, if that is one of the issuer's. */
function keyFor(method: string, { id, trusted }: Signatory): MeantKey | ProofOutcome {
  const published = trusted?.keys.find((key) => key.id === method);
  if (published !== undefined) return { key: published.publicKeyMultibase, ifItHolds: holds };
  const own = keyOfDid(id);
  if (own !== null) {
    // Some leave out the fragment; the DID has no other key.
    if (method !== id && method !== `${id}#${own}`) return forged('key_of_another', { verificationMethod: method });
    if (decodeMultikey(own) === null) return notUnderstood('key_not_supported', { key: own.slice(0, 16) });
    return { key: own, ifItHolds: holds };
  }
  const controller = method.split('#')[0] ?? '';
  const stranger: ProofOutcome = { result: 'unknown', code: 'key_not_known', detail: { verificationMethod: method } };
  const brought = keyOfDid(controller);
  // A key that is its own name may be a stranger's own, under whatever name they issue; and it can be tried at least.
  if (trusted === null && brought !== null && decodeMultikey(brought) !== null) {
    return { key: brought, ifItHolds: stranger };
  }
  if (controller !== id) return forged('key_of_another', { verificationMethod: method });
  return trusted === null ? stranger : forged('key_never_published', { verificationMethod: method });
}

function worst(outcomes: readonly ProofOutcome[]): ProofOutcome {
  for (const result of ['not_understood', 'forged', 'unknown'] as const) {
    const found = outcomes.find((outcome) => outcome.result === result);
    if (found !== undefined) return found;
  }
  return holds;
}

function notUnderstood(code: string, detail: Readonly<Record<string, string>> = {}): ProofOutcome {
  return { result: 'not_understood', code, detail };
}

function forged(code: string, detail: Readonly<Record<string, string>> = {}): ProofOutcome {
  return { result: 'forged', code, detail };
}
