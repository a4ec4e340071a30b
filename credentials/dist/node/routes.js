import { isIP } from 'node:net';
import { FetchFault } from './fetch-fault.js';
import { isLoopbackAddress } from './public-addresses.js';
const MOST_CHARACTERS = 2000;
/**
 * An address that may be asked, without its fragment.
 *
 * @throws FetchFault address_malformed | https_required | origin_not_allowed
 */
export function checkAddress(address, allowed) {
    const url = address.length <= MOST_CHARACTERS ? URL.parse(address) : null;
    if (url === null || url.username !== '' || url.password !== '') {
        throw new FetchFault('address_malformed', address.slice(0, MOST_CHARACTERS));
    }
    url.hash = '';
    const isOwnMachine = url.protocol === 'http:' && isLoopbackName(url);
    if (url.protocol !== 'https:' && !isOwnMachine)
        throw new FetchFault('https_required', url.href);
    if (!allowed.has(url.origin))
        throw new FetchFault('origin_not_allowed', url.href);
    return url;
}
/**
 * Finds where a host is, once: what is judged here is what is connected to, so that a name cannot lead elsewhere a
 * moment later.
 *
 * @throws FetchFault name_unknown | private_address
 */
export async function findRoute(target, network) {
    const [first, ...others] = await findAddresses(target, network);
    if (first === undefined)
        throw new FetchFault('name_unknown', target.href);
    // Without TLS only this machine is ever asked.
    const mayConnect = target.protocol === 'http:' ? isLoopbackAddress : network.mayConnect;
    const refused = [first, ...others].find((found) => !mayConnect(found.address));
    if (refused !== undefined)
        throw new FetchFault('private_address', target.href, refused.address);
    return [first, ...others];
}
async function findAddresses(target, network) {
    const host = hostOf(target);
    const family = isIP(host);
    if (family !== 0)
        return [{ address: host, family }];
    try {
        return await network.resolve(host);
    }
    catch (error) {
        throw new FetchFault('name_unknown', target.href, codeOf(error));
    }
}
/** Whether an address names this machine: by IP address, or by the name that never leaves it (RFC 6761). */
export function isLoopbackName(target) {
    const host = hostOf(target);
    return isIP(host) === 0 ? host === 'localhost' || host.endsWith('.localhost') : isLoopbackAddress(host);
}
function hostOf(target) {
    return target.hostname.replace(/^\[(.*)\]$/, '$1');
}
/** A system's code of what happened, `ENOTFOUND`; null where there is none. */
export function codeOf(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
