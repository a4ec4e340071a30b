import { type JsonRecord } from '../badge/json.ts';
import type { Contexts } from '../contexts/known.ts';
import type { TrustedIssuer } from '../trust.ts';
/** Whose proofs they ought to be: the issuer that the document names, and its keys where they are known. */
export type Signatory = {
    id: string;
    trusted: TrustedIssuer | null;
};
/** What the proofs of a document come to. `unknown`: the issuer's keys are not known. */
export type ProofOutcome = {
    result: 'holds' | 'not_understood' | 'forged' | 'unknown';
    code: string;
    detail: Readonly<Record<string, string>>;
};
/** Clocks differ by this much without anybody lying. */
export declare const clockSkewMs: number;
/**
 * Checks every proof of a document. All of them have to be its issuer's and to hold: one that were passed over in
 * silence would let people believe in it.
 *
 * @throws CanonicalFault if it cannot be said what the document means
 * @see https://www.w3.org/TR/vc-data-integrity/#verify-proof
 */
export declare function checkProofs(document: JsonRecord, signatory: Signatory, { now, contexts }: {
    now: Date;
    contexts?: Contexts | undefined;
}): Promise<ProofOutcome>;
