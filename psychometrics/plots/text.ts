import { type Attributes, element, escapeText, type Markup, titleOf } from './markup.ts';

/** Sizes of letters, in pixels. */
export const TEXT = 12;
export const HEADING = 15;
/** How much wider bold letters are. */
export const BOLD = 1.18;
const ELLIPSIS = '…';
const NARROW = /^[\s.,:;!|'`()[\]{}ijlftr1I]$/;
const WIDE = /^[mwMW@%\u2014\u2026]$/;

/**
 * About how wide text will be, rather more than less: which font there is, nobody knows.
 *
 * @returns pixels
 */
export function widthOf(text: string, size = TEXT): number {
  return size * charactersOf(text).reduce((sum, character) => sum + emsOf(character), 0);
}

function emsOf(character: string): number {
  if (NARROW.test(character)) return 0.36;
  if (WIDE.test(character)) return 0.92;
  if ((character.codePointAt(0) ?? 0) > 0x10ff) return 1.05;
  return /\p{Lu}/u.test(character) ? 0.72 : 0.58;
}

/** What a reader takes for one character, so that none is cut into pieces. */
function charactersOf(text: string): string[] {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}

/** Text that is as wide as there is room; what had to go is told by an ellipsis. */
export function shorten(text: string, room: number, size = TEXT): string {
  if (text.length < room && widthOf(text, size) <= room) return text;
  // No character is nothing wide, so that of a text without end only a beginning need be looked at.
  const characters = charactersOf(text.slice(0, Math.ceil(room) * 4));
  let width = size * emsOf(ELLIPSIS);
  let kept = 0;
  for (const character of characters) {
    width += size * emsOf(character);
    if (width > room) break;
    kept++;
  }
  return `${characters.slice(0, kept).join('').trimEnd()}${ELLIPSIS}`;
}

/** Text in a place, cut to its room; the whole of it stays as a tooltip. */
export function drawText(text: string, room: number, { size, ...attributes }: Attributes & { size?: number }): Markup {
  if (text === '') return '';
  const shown = shorten(text, room, size);
  const whole = shown === text ? [] : [titleOf(text)];
  const fontSize = size === undefined ? {} : { 'font-size': size };
  return element('text', { ...attributes, ...fontSize }, ...whole, escapeText(shown));
}
