/**
 * Whether an IP address may be connected to on a stranger's word.
 *
 * @see IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)
 */
export declare function isPublicAddress(ip: string): boolean;
/** Whether an IP address is this machine itself. */
export declare function isLoopbackAddress(ip: string): boolean;
