import { Parser } from 'htmlparser2';
import type { Passage } from './passage.ts';
import { buildPassage } from './passage-builder.ts';

const tags =
  'a abbr address article aside b big blockquote body br caption center cite code col colgroup dd del details div dl dt em font footer form h1 h2 h3 h4 h5 h6 head header hr html i img ins kbd label li main mark meta object ol p pre q s samp script section small span strike strong style sub summary sup svg table tbody td template tfoot th thead title tr tt u ul var';
/** What is a tag for certain; `x<y and z>w` is none. */
const tag = new RegExp(`<(?!(?:/?(?:${tags.replaceAll(' ', '|')})(?:\\s+[a-z:-]+\\s*=[^<>]*|\\s*)/?>|!--))`, 'gi');

/** Reads a text with HTML in it as a browser shows it. A `<` that begins no tag of HTML is a character. */
export function passageOfHtml(html: string): Passage {
  const builder = buildPassage();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.text(text),
      onclosetag: (name) => builder.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html.replace(tag, '&lt;'));
  parser.end();
  return builder.finish();
}

/** Whether a text has tags of HTML. */
export function hasTags(text: string): boolean {
  return text.replace(tag, '').includes('<');
}

/** A text whose entities (`&lt;`, `&#39;`, `&nbsp;`) are characters. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({ ontext: (part) => (decoded += part) }, { decodeEntities: true });
  parser.write(text.replaceAll('<', '&lt;'));
  parser.end();
  return decoded;
}
