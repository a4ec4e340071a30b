import type PDFDocument from 'pdfkit';
import type { Paint, Shape } from './drawing.ts';
import { widthOf } from './lettering.ts';
import { heightOf, type Paragraph } from './paragraph.ts';

export type Document = InstanceType<typeof PDFDocument>;
export type Spot = { x: number; y: number };

/** Where shapes go: their origin, and how many points one of their units takes. */
export type ShapePlace = Spot & { scale: number };

/** Draws shapes on the page. */
export function paintShapes(document: Document, shapes: readonly Shape[], { x, y, scale }: ShapePlace): void {
  document.save().translate(x, y).scale(scale).lineCap('round').lineJoin('round');
  for (const { path, fill, stroke, strokeWidth } of shapes) {
    if (fill !== undefined) document.path(path).fill(colourOf(document, fill));
    if (stroke !== undefined) {
      document
        .path(path)
        .lineWidth(strokeWidth ?? 1)
        .stroke(colourOf(document, stroke));
    }
  }
  document.restore();
}

function colourOf(document: Document, paint: Paint) {
  if (typeof paint === 'string') return paint;
  const gradient = document.linearGradient(0, paint.top, 0, paint.bottom);
  for (const [place, colour] of paint.stops) gradient.stop(place, colour);
  return gradient;
}

export type Structure = ReturnType<Document['struct']>;

/** Draws what is for the eye alone: a reader that speaks leaves it out. */
export function drawArtifact(document: Document, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' });
  draw();
  document.endMarkedContent();
}

export type Lines = Spot & { paragraph: Paragraph; colour: string };

/** Writes a paragraph as the next thing that is read out; returns where the next may begin. */
export function addParagraph(document: Document, parent: Structure, tag: string, lines: Lines): number {
  parent.add(document.struct(tag, {}, [() => writeLines(document, lines)]));
  return lines.y + heightOf(lines.paragraph);
}

/** Writes an address that can be followed. */
export function addLink(document: Document, parent: Structure, lines: Lines & { address: string }): void {
  const { paragraph, x, y, address } = lines;
  const [block, link] = [document.struct('P'), document.struct('Link')];
  parent.add(block.add(link));
  link.add(() => writeLines(document, lines));
  const width = Math.max(...paragraph.lines.map((text) => widthOf({ text, face: paragraph.face }, paragraph.size)));
  // PDFKit writes a plain string as a name of PDF; a String object becomes the text that is meant.
  const options = { structParent: link, Contents: Object(`Check this certificate at ${address}`) };
  document.link(x, y, width, heightOf(paragraph), address, options);
  block.end();
}

/** Draws what is told in words to whoever cannot see it; the box is left, top, right, bottom. */
export function addFigure(
  document: Document,
  parent: Structure,
  { alt, box }: { alt: string; box: readonly [number, number, number, number] },
  draw: () => void,
): void {
  const options = { alt, bbox: [...box] };
  parent.add(document.struct('Figure', options, [draw]));
}

/** From the paragraph's upper left corner; `colour` as '#rrggbb'. */
function writeLines(document: Document, { paragraph, x, y, colour }: Lines): void {
  const { lines, face, size, leading } = paragraph;
  document.font(face.file).fontSize(size).fillColor(colour);
  for (const [place, line] of lines.entries()) {
    const baseline = y + (place + 0.78) * leading;
    const isLast = place === lines.length - 1;
    document.text(isLast ? line : `${line} `, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }
}
