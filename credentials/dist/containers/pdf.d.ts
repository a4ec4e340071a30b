/**
 * The credential attached to a PDF: the one attached file that is JSON-LD or a compact JWS. The same one attached again,
 * as an update of the file does, counts once.
 *
 * @throws ContainerFault no_credential | several_credentials | pdf_encrypted | pdf_not_supported | pdf_broken |
 *   credential_too_large
 */
export declare function readPdf(pdf: Uint8Array): string;
