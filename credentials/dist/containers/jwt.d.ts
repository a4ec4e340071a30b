import { type JsonRecord } from '../badge/json.ts';
import { type Disagreement } from './jwt-claims.ts';
/** A badge as a signed token, read but not yet verified. */
export type JwtBadge = {
    /** The compact JWS, as given. */
    token: string;
    header: JsonRecord;
    /** The credential that the payload holds, complete: what only the payload's claims say is written into it. */
    document: JsonRecord;
    /** The first of the payload's claims that says something else than the credential, or null. */
    disagreement: Disagreement | null;
};
/**
 * Reads the three parts of a compact JWS strictly, so that there is one way only to read what was signed.
 *
 * @throws ContainerFault jwt_broken, or JsonFault for the JSON within
 * @see Open Badges 3.0, section "JSON Web Token Proof Format"; RFC 7515, section 5.2
 */
export declare function readJwtBadge(token: string): JwtBadge;
