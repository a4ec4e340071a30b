/** The fewest entries a list may have, so that a look at it does not tell whose credential is looked up (16 KB). */
export declare const shortestStatusList = 131072;
/** The statuses of one list: is the credential with this index revoked (or suspended)? */
export type StatusBits = {
    /** Number of entries. */
    readonly length: number;
    /** @throws ContainerFault status_index_out_of_range */
    isSet(index: number): boolean;
};
export type StatusListLimits = {
    /** In entries. */
    shortest?: number;
    longest?: number;
};
/**
 * Encodes a list of `length` entries in which those of `set` are 1: gzip, then base64url as multibase has it (`u…`).
 * The same statuses give the same text, whenever they are encoded.
 *
 * @param length in entries: at least 131,072, and a multiple of 8
 * @throws ContainerFault status_list_too_short | status_list_too_long | status_index_out_of_range
 * @see W3C Bitstring Status List 1.0, section "Bitstring Generation Algorithm"
 */
export declare function encodeStatusList(length: number, set: Iterable<number>): string;
/**
 * The list with the statuses of `changes` (index → set or not) changed, all others as they were.
 *
 * @throws ContainerFault as `decodeStatusList`, or status_index_out_of_range
 */
export declare function updateStatusList(encoded: string, changes: Iterable<readonly [number, boolean]>): string;
/**
 * Decodes a list, never expanding it beyond its limits.
 *
 * @param limits by default 131,072 to 16,777,216 entries
 * @throws ContainerFault status_list_encoding | compression_broken | status_list_too_short | status_list_too_long
 * @see W3C Bitstring Status List 1.0, section "Bitstring Expansion Algorithm"
 */
export declare function decodeStatusList(encoded: string, limits?: StatusListLimits): StatusBits;
