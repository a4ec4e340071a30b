/** A document taken apart: `key` is the same for all documents that differ in nothing but these texts. */
export type Structure = {
    key: string;
    leaves: string[];
};
/** What a document is apart from its texts, and those; null if it is too large to be worth it. */
export declare function takeApart(document: unknown): Structure | null;
/** The same document with another text for each of its leaves, in the order in which {@link takeApart} lists them. */
export declare function replaceLeaves(document: unknown, leafAt: (place: number) => string): unknown;
