import { type FaultCode, type FaultDetail } from './fault.ts';
/**
 * A file and the credential in it, as text: JSON or a compact JWS (`isCompactJws` tells them apart), of which nothing
 * is checked yet.
 */
export type BadgeFile = {
    format: 'json' | 'jwt' | 'png' | 'svg' | 'pdf';
    text: string;
} | {
    format: 'unreadable';
    code: FaultCode;
    detail: FaultDetail;
};
/**
 * Finds the credential in a file of any format, told by its content and not by its name. Never throws for what is in
 * the file.
 *
 * @param input at most 50 MB; the credential in it at most 1 MB
 */
export declare function readBadgeFile(input: Uint8Array | string): BadgeFile;
