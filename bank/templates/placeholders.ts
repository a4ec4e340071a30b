/** A piece of a text with placeholders: words as they stand, or a Python expression to be put there. */
export type TextPart = string | { expression: string; as: 'repr' | 'text' };

/** How a value looks unless the placeholder says: as Python source in code, as words elsewhere. */
export type Rendering = 'repr' | 'text';

const placeholder = /\{\{(?!\{)(.+?)\}\}/g;
const filter = /\|\s*(raw|repr)\s*$/;

/**
 * Splits `{{ expression }}` from the words around it. `{{name|raw}}` puts the bare text of a value into code
 * (an identifier, an operator), `{{name|repr}}` its Python form into words.
 */
export function splitText(text: string, standard: Rendering): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    const inside = match[1] ?? '';
    const asked = filter.exec(inside)?.[1];
    const as = asked === undefined ? standard : asked === 'raw' ? 'text' : 'repr';
    parts.push({ expression: inside.replace(filter, '').trim(), as });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
