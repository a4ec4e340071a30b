import { type JsonRecord } from '../badge/json.ts';
/** The claim of a token that says something else than the credential in it. */
export type Disagreement = 'iss' | 'jti' | 'sub' | 'nbf' | 'exp';
/**
 * The credential in a token's payload: the payload itself as version 2.0 of the data model has it, or its claim `vc` as
 * version 1.1 and Open Badges 3.0 have it. Where the credential is silent, the claims complete it; where both speak,
 * they have to agree.
 *
 * @throws ContainerFault jwt_broken
 * @see W3C VC Data Model 1.1, section 6.3.1 "JSON Web Token"; Open Badges 3.0, section "Verify a Credential VC-JWT Signature"
 */
export declare function readCredentialOf(payload: JsonRecord): {
    document: JsonRecord;
    disagreement: Disagreement | null;
};
