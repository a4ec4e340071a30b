import { BlockList, isIPv4, isIPv6 } from 'node:net';
/** Not reachable by the public, or not meant for one machine. */
const reserved4 = blockOf('ipv4', [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.31.196.0', 24],
    ['192.52.193.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['192.175.48.0', 24],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
]);
/** All that is given out to the public so far: loopback, ULA, link-local, multicast, v4-mapped and NAT64 lie outside. */
const global6 = blockOf('ipv6', [['2000::', 3]]);
/** Inside of it, but no one's machine, or a v4 address in disguise (6to4, Teredo). */
const reserved6 = blockOf('ipv6', [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['2620:4f:8000::', 48],
    ['3fff::', 20],
]);
const loopback4 = blockOf('ipv4', [['127.0.0.0', 8]]);
const loopback6 = blockOf('ipv6', [['::1', 128]]);
/**
 * Whether an IP address may be connected to on a stranger's word.
 *
 * @see IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)
 */
export function isPublicAddress(ip) {
    if (isIPv4(ip))
        return !reserved4.check(ip, 'ipv4');
    return isIPv6(ip) && global6.check(ip, 'ipv6') && !reserved6.check(ip, 'ipv6');
}
/** Whether an IP address is this machine itself. */
export function isLoopbackAddress(ip) {
    return isIPv4(ip) ? loopback4.check(ip, 'ipv4') : isIPv6(ip) && loopback6.check(ip, 'ipv6');
}
function blockOf(family, subnets) {
    const list = new BlockList();
    for (const [net, bits] of subnets)
        list.addSubnet(net, bits, family);
    return list;
}
