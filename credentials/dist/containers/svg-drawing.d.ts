/** The namespace of baked credentials; beside it the one that some bakers take from the specification's address. */
export declare const badgeNamespace = "https://purl.imsglobal.org/ob/v3p0";
/** A credential element: what it holds, and where it stands in the text, in UTF-16 units. */
export type CredentialElement = {
    start: number;
    end: number;
    verify: string;
    body: string;
};
/** What matters of an SVG here. */
export type Drawing = {
    root: {
        name: string;
        start: number;
        tagEnd: number;
        isSelfClosing: boolean;
        namespaces: Record<string, string>;
    };
    credentials: CredentialElement[];
    hasOpenBadges2: boolean;
};
/**
 * Reads an SVG from beginning to end and notes the credential elements in it. Entities of the document's own are not
 * defined by anything here and so expand to nothing: a document that declares any is refused.
 *
 * @throws ContainerFault too_large | svg_broken | svg_doctype | not_svg
 */
export declare function readDrawing(svg: string): Drawing;
