/** A file of any format, in bytes. */
export const largestFile = 50 * 1024 * 1024;
/** An SVG, in UTF-16 units: XML made to be slow to read takes a second for two million. Real badges have below 1 MB. */
export const largestDrawing = 5 * 1024 * 1024;
/** The credential inside, in bytes of UTF-8 once unpacked: real ones are 2 to 20 KB, the image within included 500 KB. */
export const largestCredential = 1024 * 1024;
/** The same compressed: a megabyte of blocks made to be slow takes seconds, whatever comes out of them. */
export const largestPackedCredential = 512 * 1024;
