/** An element of a document, its attributes resolved, its text in `text` (of itself alone). */
export type XmlElement = {
  name: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
};

const TOKEN = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w:-]+)="([^"<]*)"/g;
const ENTITY = /&(?:(amp|lt|gt|quot)|#(\d+));/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const UNLAWFUL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads a document more strictly than XML asks: no comments, no instructions, attributes in double quotation marks.
 *
 * @throws Error saying where it is not well formed
 */
export function readXml(source: string): XmlElement {
  if (UNLAWFUL.test(source)) throw new Error(`a character that XML does not have, at ${source.search(UNLAWFUL)}`);
  const document: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const [, closing, name = '', attributes = '', empty, text] = token.exec(source) ?? [];
    const parent = open.at(-1);
    if (token.lastIndex === 0 || parent === undefined)
      throw new Error(`not well formed at ${source.slice(at, at + 60)}`);
    if (text !== undefined) parent.text += resolve(text);
    else if (closing === '/') {
      if (open.pop()?.name !== name || attributes !== '' || empty !== '') throw new Error(`</${name}> closes nothing`);
    } else {
      const child = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(child);
      if (empty === '') open.push(child);
    }
  }
  const [root, ...others] = document.children;
  if (open.length !== 1 || root === undefined || others.length > 0 || document.text !== '')
    throw new Error('not one root');
  return root;
}

function readAttributes(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new Error(`attribute ${name} twice`);
    attributes.set(name, resolve(value));
  }
  return attributes;
}

function resolve(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`a bare & in ${text}`);
  return text.replace(ENTITY, (_, name, code) => NAMED[name] ?? String.fromCodePoint(Number(code)));
}

/** All elements below one, and itself. */
export function everyElement(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(everyElement)];
}
