/**
 * The credential baked into an SVG: the JSON in the element's body, or the compact JWS of its `verify` attribute.
 *
 * @throws ContainerFault svg_broken | svg_doctype | not_svg | no_credential | several_credentials | open_badges_2 |
 *   credential_too_large
 * @see Open Badges 3.0, section "SVG: Extracting". It stops at the first; here a second is refused, since readers could
 *   differ on which is meant.
 */
export declare function readSvg(svg: string): string;
/**
 * Bakes a credential into an SVG: one element directly after the root's tag, in place of any that were there. The rest
 * of the text stays as it is.
 *
 * @param credential signed: JSON or a compact JWS
 * @throws ContainerFault if the image or the credential is not one
 * @see Open Badges 3.0, section "SVG: Baking"
 */
export declare function bakeSvg(svg: string, credential: string): string;
