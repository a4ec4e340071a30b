import { type FaultCode } from './fault.ts';
/** How large compressed data may be and how far it may grow, in bytes, and the fault if it is or would be larger. */
export type InflateBound = {
    packedBytes: number;
    bytes: number;
    beyond: FaultCode;
};
/**
 * Undoes DEFLATE, but stops as soon as the result would be larger than `bound`, whatever the data says of its own size.
 * What follows the last block is passed over.
 *
 * @throws ContainerFault compression_broken | the bound's own
 * @see RFC 1951
 */
export declare function inflateRaw(deflated: Uint8Array, bound: InflateBound): Uint8Array;
/** Undoes zlib's compression within `bound`. @throws ContainerFault @see RFC 1950 */
export declare function unzlib(bytes: Uint8Array, bound: InflateBound): Uint8Array;
/** Undoes gzip's compression within `bound`: one member, as every tool writes it. @throws ContainerFault @see RFC 1952 */
export declare function gunzip(bytes: Uint8Array, bound: InflateBound): Uint8Array;
