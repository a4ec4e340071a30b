/** A file of any format, in bytes. */
export declare const largestFile: number;
/** An SVG, in UTF-16 units: XML made to be slow to read takes a second for two million. Real badges have below 1 MB. */
export declare const largestDrawing: number;
/** The credential inside, in bytes of UTF-8 once unpacked: real ones are 2 to 20 KB, the image within included 500 KB. */
export declare const largestCredential: number;
/** The same compressed: a megabyte of blocks made to be slow takes seconds, whatever comes out of them. */
export declare const largestPackedCredential: number;
