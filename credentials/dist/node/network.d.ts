import type { LookupAddress } from 'node:dns';
/** What lies between a verifier and the world. Tests bring their own names and certificates. */
export type Network = {
    /** Every IP address of a host name. @throws Error with a system's code if there is none */
    resolve(hostname: string): Promise<LookupAddress[]>;
    /** Whether an IP address may be connected to. */
    mayConnect(ip: string): boolean;
    /** Certificates, in PEM, that are believed besides those that Node brings; none where left out. */
    authorities?: readonly string[];
};
/** The public network, asked through this machine's resolver. */
export declare const publicNetwork: Network;
