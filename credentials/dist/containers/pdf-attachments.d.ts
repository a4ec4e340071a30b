/** What became of one attached file: its bytes, or why they could not be had. */
export type Attachment = {
    content: Uint8Array;
} | {
    fault: 'broken' | 'too_large' | 'unknown_filter';
};
/**
 * The files attached to a PDF, found by what their streams say of themselves and not by the tables around them, so that
 * damaged and updated files are read too. Streams always stand openly in the file, even where other objects do not.
 *
 * @throws ContainerFault pdf_not_supported if there are more than 32
 * @see ISO 32000-2, sections 7.3.8 "Stream objects" and 7.11.4 "Embedded file streams"
 */
export declare function readAttachments(pdf: Uint8Array): Generator<Attachment>;
/** Where `word` stands at or after `from`, or -1. */
export declare function findWord(pdf: Uint8Array, word: string, from?: number): number;
