import { SaxesParser } from 'saxes';
import type { Passage } from './passage.ts';
import { buildPassage, type PassageBuilder } from './passage-builder.ts';
import { UnreadableQuiz } from './question.ts';

/** An element of XML: its name without a prefix, its attributes, what is in it. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  line: number;
};

/** Deeper than any quiz, and not so deep that walking it is a danger. */
const mostDepth = 120;
const mostElements = 500_000;
/** Names that authors write although XML does not know them. */
const entities = {
  nbsp: '\u00a0',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

/** What was read before a fault, and the fault. */
export type XmlReading = { root: XmlElement; fault: { line: number; what: string } | null };

/**
 * Reads XML. Entities of its own, which can grow without end, are refused; where it breaks off, what came before stands.
 *
 * @throws UnreadableQuiz if there is not even a root
 */
export function readXml(text: string): XmlReading {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, entities);
  const top: XmlElement = { name: '', attributes: {}, children: [], line: 1 };
  const open = [top];
  let count = 0;
  parser.on('error', (error) => {
    throw new UnreadableQuiz(`This is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`, parser.line);
  });
  parser.on('doctype', (doctype) => {
    if (/<!|\[/.test(doctype)) throw new UnreadableQuiz('XML with declarations of its own is not read.', parser.line);
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length > mostDepth)
      throw new UnreadableQuiz(`Elements lie deeper than ${mostDepth} in each other.`, parser.line);
    if (count > mostElements) throw new UnreadableQuiz(`There are more than ${mostElements} elements.`, parser.line);
    const element = {
      name: localName(name),
      attributes: { ...attributes } as Record<string, string>,
      children: [],
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => open.at(-1)?.children.push(part));
  parser.on('cdata', (part) => open.at(-1)?.children.push(part));
  parser.on('closetag', () => open.pop());
  let fault: XmlReading['fault'] = null;
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof UnreadableQuiz)) throw error;
    fault = { line: error.line, what: error.message };
  }
  const root = elementsOf(top)[0];
  if (root === undefined) throw new UnreadableQuiz(fault?.what ?? 'There is no element.', fault?.line ?? 1);
  return { root, fault };
}

/** The elements directly within one. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first of these names directly within an element. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return elementsOf(element).find((child) => child.name === name) ?? null;
}

/** Every element of this name, however deep, in the order of reading. */
export function findElements(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findElements(child, name),
  ]);
}

/** All text within an element. */
export function textIn(element: XmlElement | null): string {
  if (element === null) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** XML that holds HTML, as a browser shows it, without what `leaveOut` says. */
export function passageOfXml(element: XmlElement, leaveOut: (element: XmlElement) => boolean): Passage {
  const builder = buildPassage();
  feed(element, builder, leaveOut);
  return builder.finish();
}

function feed(element: XmlElement, builder: PassageBuilder, leaveOut: (element: XmlElement) => boolean): void {
  for (const child of element.children) {
    if (typeof child === 'string') builder.text(child);
    else if (!leaveOut(child)) {
      builder.open(child.name, child.attributes);
      feed(child, builder, leaveOut);
      builder.close(child.name);
    }
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
