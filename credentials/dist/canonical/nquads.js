// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that RDF 1.2 N-Quads escapes
const toEscape = /[\u0000-\u001f"\\\u007f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const needsEscape = /[\u0000-\u001f"\\\u007f]/;
const short = {
    '\b': '\\b',
    '\t': '\\t',
    '\n': '\\n',
    '\f': '\\f',
    '\r': '\\r',
    '"': '\\"',
    '\\': '\\\\',
};
/**
 * A text as it stands between the quotation marks of a canonical N-Quad.
 *
 * @see https://www.w3.org/TR/rdf-canon/#canonical-quads
 */
export function escapeLiteral(text) {
    return needsEscape.test(text) ? text.replace(toEscape, escapeCharacter) : text;
}
function escapeCharacter(character) {
    return short[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
