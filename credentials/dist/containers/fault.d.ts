/** Why a file, or a text in it, could not be read. Stable: whoever puts it into words depends on these. */
export type FaultCode = 'empty' | 'too_large' | 'format_not_known' | 'looks_like_jpeg' | 'looks_like_gif' | 'looks_like_webp' | 'looks_like_zip' | 'looks_like_html' | 'looks_like_address' | 'looks_like_sd_jwt' | 'not_utf8' | 'no_credential' | 'several_credentials' | 'credential_too_large' | 'open_badges_2' | 'compression_broken' | 'png_broken' | 'svg_broken' | 'svg_doctype' | 'not_svg' | 'pdf_broken' | 'pdf_encrypted' | 'pdf_not_supported' | 'jwt_broken' | 'jwt_encrypted' | 'not_json' | 'duplicate_key' | 'key_not_allowed' | 'too_deep' | 'lone_surrogate' | 'number_not_exact' | 'status_list_encoding' | 'status_list_too_short' | 'status_list_too_long' | 'status_index_out_of_range';
export type FaultDetail = Readonly<Record<string, string>>;
/**
 * A file that cannot be read as what it seems to be: thrown by every reader in this folder for every bad input, and
 * nothing else is. `readBadgeFile` turns it into a value.
 */
export declare class ContainerFault extends Error {
    readonly code: FaultCode;
    readonly detail: FaultDetail;
    constructor(code: FaultCode, detail?: FaultDetail);
}
