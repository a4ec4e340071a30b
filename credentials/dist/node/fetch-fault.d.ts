/** Why nothing was fetched. Stable: clients put them into words. */
export type FetchFaultCode = 
/** Not an absolute address, or one with a name and password in it. */
'address_malformed' | 'https_required'
/** Neither named by whoever asked nor an address of an issuer that they trust. */
 | 'origin_not_allowed'
/** Leads, or was made to lead, to a machine that the public cannot reach. */
 | 'private_address' | 'name_unknown' | 'tls_failed' | 'unreachable' | 'timed_out' | 'cut_off' | 'too_large' | 'too_many_redirects' | 'encoding_refused' | 'type_refused' | 'not_found' | 'status_refused';
/** What went wrong with one address: a normal outcome of asking strangers, thrown because nothing can go on without them. */
export declare class FetchFault extends Error {
    readonly code: FetchFaultCode;
    /** The address that failed; after a redirect, not the one that was asked for. */
    readonly address: string;
    /** One word or number more, where there is one: a status, a media type, a system's code. */
    readonly detail: string | null;
    constructor(code: FetchFaultCode, address: string, detail?: string | null);
}
