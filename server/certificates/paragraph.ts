import { widthOf } from './lettering.ts';
import { settingOf, type Typeface, type Weight } from './typefaces.ts';
import { visibleText } from './visible-text.ts';

/** Room for a text, in points: as large as `largest` and, where there is much of it, as small as `smallest`. */
export type Room = {
  width: number;
  height: number;
  weight: Weight;
  largest: number;
  smallest: number;
  /** One line is better than two larger ones down to this size. */
  oneLineFrom?: number;
};

/** A text broken into lines that fit; `leading` is from one baseline to the next, in points. */
export type Paragraph = { lines: readonly string[]; face: Typeface; size: number; leading: number };

const LEADING = 1.22;
const STEP = 0.5;

/**
 * Sets texts, each from a new line, as large as their room allows; what does not fit at the smallest size ends in an
 * ellipsis.
 */
export function fitParagraph(texts: string | readonly string[], room: Room): Paragraph {
  const visible = [texts].flat().map(visibleText).join('\n');
  const { text, face } = settingOf(visible, room.weight);
  const wanted = text.split('\n');
  const measure = measureIn(face);
  const linesAt = (size: number) => wanted.flatMap((line) => breakLines(line, measure, room.width / size));
  const paragraph = (lines: readonly string[], size: number) => ({ lines, face, size, leading: size * LEADING });
  const { largest, smallest, oneLineFrom = largest, height } = room;
  for (let size = largest; size >= oneLineFrom; size -= STEP) {
    const lines = linesAt(size);
    if (lines.length === 1) return paragraph(lines, size);
  }
  for (let size = largest; size > smallest; size -= STEP) {
    const lines = linesAt(size);
    if (lines.length * size * LEADING <= height) return paragraph(lines, size);
  }
  const most = Math.max(1, Math.floor(height / (smallest * LEADING)));
  return paragraph(cut(linesAt(smallest), most, measure, room.width / smallest), smallest);
}

/** How high a paragraph is, in points. */
export function heightOf({ lines, leading }: Paragraph): number {
  return lines.length * leading;
}

/** How wide a text is at size 1; each piece is laid out once, whatever sizes are tried. */
type Measure = (text: string) => number;

function measureIn(face: Typeface): Measure {
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text) ?? widthOf({ text, face }, 1);
    known.set(text, width);
    return width;
  };
}

/** Between words where that is possible; a word wider than the room is broken where it must be. */
function breakLines(text: string, measure: Measure, room: number): string[] {
  const lines: string[] = [];
  let [line, width] = ['', 0];
  for (const word of text.split(' ')) {
    const more = measure(word) + (line === '' ? 0 : measure(' '));
    if (width + more <= room) {
      line += line === '' ? word : ` ${word}`;
      width += more;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, measure, room);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    width = measure(line);
  }
  return [...lines, line];
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function breakWord(word: string, measure: Measure, room: number): string[] {
  if (measure(word) <= room) return [word];
  const pieces: string[] = [];
  let [piece, width] = ['', 0];
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && width + measure(segment) > room) {
      pieces.push(piece);
      [piece, width] = ['', 0];
    }
    piece += segment;
    width += measure(segment);
  }
  return [...pieces, piece];
}

function cut(lines: readonly string[], most: number, measure: Measure, room: number): string[] {
  if (lines.length <= most) return [...lines];
  const last = Array.from(letters.segment(lines[most - 1] ?? ''), ({ segment }) => segment);
  const written = () => `${last.join('').trimEnd()}…`;
  while (last.length > 0 && measure(written()) > room) last.pop();
  return [...lines.slice(0, most - 1), written()];
}
