/** A piece of SVG that may be put into a document as it is. */
export type Markup = string;

/** What an attribute may be; numbers are written as coordinates, what is undefined is left out. */
export type Attributes = { readonly [name: string]: string | number | undefined };

const UNLAWFUL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as XML may hold it, in elements and in attributes; characters that no XML may have become U+FFFD. */
export function escapeText(text: string): Markup {
  return text.replace(UNLAWFUL, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A number of pixels, rounded to hundredths, without exponent and without -0. @throws RangeError if it is not finite */
export function writeCoordinate(pixels: number): string {
  if (!Number.isFinite(pixels))
    throw new RangeError(`a coordinate of the plot is ${pixels}: its figures are too large`);
  return `${Math.round(pixels * 100) / 100 || 0}`;
}

/** An element with attributes and children that are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? writeCoordinate(value) : escapeText(`${value}`)}"`)
    .join('');
  const inside = children.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A tooltip, or the name of the whole picture. */
export function titleOf(text: string): Markup {
  return element('title', {}, escapeText(text));
}
