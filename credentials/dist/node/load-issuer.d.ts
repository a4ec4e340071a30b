import type { TrustedIssuer } from '../trust.ts';
import { FetchFault } from './fetch-fault.ts';
import { type FetchWish } from './fetch-safely.ts';
import type { IssuerSource } from './issuer-source.ts';
/** Why an issuer's keys could not be had. Stable: clients put it into words. */
export type IssuerFaultCode = 
/** What lies there is not JSON. */
'not_json'
/** JSON, but neither a DID document with a key that can be used nor a profile that names one. */
 | 'no_keys'
/** A document of somebody else: its id does not belong to the address. */
 | 'other_issuer';
export declare class IssuerFault extends Error {
    readonly code: IssuerFaultCode;
    readonly address: string;
    constructor(code: IssuerFaultCode, address: string);
}
/** How an issuer's documents are fetched: the limits are set here. */
export type IssuerFetch = Pick<FetchWish, 'allowed' | 'network' | 'signal'>;
/**
 * Brings an issuer's keys, and its name as its profile or else its host has it.
 *
 * @throws FetchFault, IssuerFault
 */
export declare function loadIssuer(source: IssuerSource, how: IssuerFetch): Promise<TrustedIssuer>;
/** Whether an error is an issuer's doing or the network's, not a bug. */
export declare function isIssuerFault(error: unknown): error is FetchFault | IssuerFault;
