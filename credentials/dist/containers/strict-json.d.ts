import { ContainerFault, type FaultCode } from './fault.ts';
/** Why a text is not JSON that everybody reads alike. Lines and columns begin at 1. */
export declare class JsonFault extends ContainerFault {
    readonly line: number;
    readonly column: number;
    constructor(code: FaultCode, place: {
        line: number;
        column: number;
    }, detail?: Record<string, string>);
}
export type JsonLimits = {
    /** Of the text, in bytes of UTF-8. */
    bytes?: number;
    /** Of arrays and objects in one another. */
    depth?: number;
};
/**
 * Reads a JSON text that every reader must take to mean the same. Beyond RFC 8259 it refuses what readers differ on:
 * a key given twice, `__proto__`, half of a surrogate pair, numbers that a double cannot keep. One byte order mark at
 * the beginning is passed over.
 *
 * @param limits by default 1 MB and 64 levels
 * @throws JsonFault not_json | duplicate_key | key_not_allowed | too_deep | too_large | lone_surrogate | number_not_exact
 * @see RFC 8259; RFC 7493 (I-JSON)
 */
export declare function parseStrictJson(text: string, { bytes, depth }?: JsonLimits): unknown;
