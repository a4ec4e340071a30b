import type { CertificateFacts } from './certificate.ts';
import { holderLine } from './certificate-words.ts';
import { COLUMN } from './page-layout.ts';
import { addParagraph, type Document, type Structure } from './paper.ts';
import { fitParagraph, heightOf, type Room } from './paragraph.ts';
import { INK, INK_SOFT, type Tone } from './tones.ts';
import { visibleText } from './visible-text.ts';

/** The words lie between these heights; what is left over is shared above and below. */
const AREA = { top: 112, bottom: 366 };

const { width } = COLUMN;
const ROOMS = {
  issuer: { width, height: 20, weight: 'semibold', largest: 15, smallest: 8 },
  small: { width, height: 18, weight: 'regular', largest: 12.5, smallest: 12.5 },
  holder: { width, height: 78, weight: 'semibold', largest: 42, smallest: 10, oneLineFrom: 24 },
  nobody: { width, height: 40, weight: 'semibold', largest: 27, smallest: 27 },
  note: { width, height: 24, weight: 'regular', largest: 9.5, smallest: 8 },
  short: { width, height: 62, weight: 'semibold', largest: 50, smallest: 18, oneLineFrom: 18 },
  name: { width, height: 54, weight: 'regular', largest: 21, smallest: 9, oneLineFrom: 16 },
} as const satisfies Record<string, Room>;

/** Who says what of whom. */
export function writeAward(document: Document, root: Structure, facts: CertificateFacts, tone: Tone): void {
  const issuer = fitParagraph(facts.issuerName, ROOMS.issuer);
  addParagraph(document, root, 'P', { paragraph: issuer, x: COLUMN.x, y: 78, colour: INK });
  const holder = holderLine(facts.holderName);
  const blocks = [
    { tag: 'P', text: 'This certifies that', room: ROOMS.small, colour: INK_SOFT, above: 0 },
    { tag: 'P', text: holder.text, room: holder.isName ? ROOMS.holder : ROOMS.nobody, colour: INK, above: 4 },
    { tag: 'P', text: holder.note ?? '', room: ROOMS.note, colour: INK_SOFT, above: 2 },
    { tag: 'P', text: 'has earned', room: ROOMS.small, colour: INK_SOFT, above: 12 },
    { tag: 'H1', text: facts.short, room: ROOMS.short, colour: tone.ink, above: 2 },
    { tag: 'P', text: facts.name, room: ROOMS.name, colour: INK, above: 0 },
  ]
    .filter(({ text }) => visibleText(text) !== '')
    .map((block) => ({ ...block, paragraph: fitParagraph(block.text, block.room) }));
  const height = blocks.reduce((sum, { above, paragraph }) => sum + above + heightOf(paragraph), 0);
  let y = AREA.top + Math.max(0, (AREA.bottom - AREA.top - height) / 2);
  for (const { tag, paragraph, colour, above } of blocks) {
    y = addParagraph(document, root, tag, { paragraph, x: COLUMN.x, y: y + above, colour });
  }
}
