/**
 * The salted hash of an e-mail address that stands in a badge in place of the address: `sha256$` and 64 digits.
 *
 * @param salt long and random: without it, a list of addresses would be enough to find whose badge this is
 * @see https://www.imsglobal.org/spec/ob/v3p0/#identityhash-datatype
 */
export declare function hashIdentity(email: string, salt: string): Promise<string>;
/** Whether a badge was made for this e-mail address; null if it holds no hash of an address to compare. */
export declare function namesHolder(document: unknown, email: string): Promise<boolean | null>;
