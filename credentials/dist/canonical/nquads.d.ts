/**
 * A text as it stands between the quotation marks of a canonical N-Quad.
 *
 * @see https://www.w3.org/TR/rdf-canon/#canonical-quads
 */
export declare function escapeLiteral(text: string): string;
