import { lookup } from 'node:dns/promises';
import { isPublicAddress } from './public-addresses.js';
/** The public network, asked through this machine's resolver. */
export const publicNetwork = {
    resolve: (hostname) => lookup(hostname, { all: true }),
    mayConnect: isPublicAddress,
};
