import type { LookupAddress } from 'node:dns';
import type { Network } from './network.ts';
/** The IP addresses of a host, all of them judged; connections go there and nowhere else. */
export type Route = readonly [LookupAddress, ...LookupAddress[]];
/**
 * An address that may be asked, without its fragment.
 *
 * @throws FetchFault address_malformed | https_required | origin_not_allowed
 */
export declare function checkAddress(address: string, allowed: {
    has(origin: string): boolean;
}): URL;
/**
 * Finds where a host is, once: what is judged here is what is connected to, so that a name cannot lead elsewhere a
 * moment later.
 *
 * @throws FetchFault name_unknown | private_address
 */
export declare function findRoute(target: URL, network: Network): Promise<Route>;
/** Whether an address names this machine: by IP address, or by the name that never leaves it (RFC 6761). */
export declare function isLoopbackName(target: URL): boolean;
/** A system's code of what happened, `ENOTFOUND`; null where there is none. */
export declare function codeOf(error: unknown): string | null;
