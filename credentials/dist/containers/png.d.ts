/**
 * The credential baked into a PNG: JSON or a compact JWS, as it stands there.
 *
 * @throws ContainerFault png_broken | no_credential | several_credentials | open_badges_2 | credential_too_large |
 *   compression_broken | not_utf8
 * @see Open Badges 3.0, section "PNG: Extracting". It stops at the first; here a second is refused, since readers
 *   could differ on which is meant. Compressed text, which it forbids, is read: some bakers write it.
 */
export declare function readPng(png: Uint8Array): string;
/**
 * Bakes a credential into a PNG: one uncompressed `iTXt` chunk directly after IHDR, in place of one that was there.
 * The other chunks stay as they are; what follows IEND is left out.
 *
 * @param credential signed: JSON or a compact JWS
 * @throws ContainerFault if the image or the credential is not one
 * @see Open Badges 3.0, section "PNG: Baking"
 */
export declare function bakePng(png: Uint8Array, credential: string): Uint8Array;
