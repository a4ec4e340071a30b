/** A file of any format, in bytes. */
export const largestFile = 50 * 1024 * 1024;

/** The credential inside, in bytes of UTF-8 once unpacked: real ones are 2 to 20 KB, the image within included 500 KB. */
export const largestCredential = 1024 * 1024;
