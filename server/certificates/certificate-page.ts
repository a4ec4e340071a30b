import type { CertificateFacts } from './certificate.ts';
import { writeAward } from './certificate-award.ts';
import { writeCheck } from './certificate-check.ts';
import { DEMO_SENTENCE, writeDay } from './certificate-words.ts';
import { describeClimb, drawClimb } from './climb.ts';
import { roundedBox } from './drawing.ts';
import { letterCentred } from './lettering.ts';
import { COLUMN, FRAME, PAGE } from './page-layout.ts';
import { addFigure, addParagraph, type Document, drawArtifact, paintShapes, type Structure } from './paper.ts';
import { fitParagraph } from './paragraph.ts';
import { INK, INK_SOFT, LINE, PAPER, type Tone, toneOfRung, WATERMARK } from './tones.ts';
import { settingOf } from './typefaces.ts';

const LADDER = { middle: 144, lowest: 448, highest: 172, foot: 536, body: 25, ground: '#ffffff' };

/** Writes the one page of a certificate, in the order in which it is read out. */
export function writePage(document: Document, facts: CertificateFacts): void {
  const tone = toneOfRung(facts.rung - 1, facts.rungs);
  const root = document.struct('Document');
  document.addStructure(root);
  drawArtifact(document, () => drawGround(document, tone, facts.isDemo));
  if (facts.isDemo) writeDemoBar(document, root);
  writeAward(document, root, facts, tone);
  writeGrounds(document, root, facts);
  writeCheck(document, root, facts, tone);
  drawLadder(document, root, facts);
  root.end();
}

function drawGround(document: Document, tone: Tone, isDemo: boolean): void {
  const frame = roundedBox(FRAME, FRAME, PAGE.width - 2 * FRAME, PAGE.height - 2 * FRAME, 6);
  const line = `M${COLUMN.x} 378h${COLUMN.width}`;
  if (isDemo) {
    const [x, y] = [COLUMN.x + COLUMN.width / 2, 250];
    const letters = letterCentred(settingOf('DEMO', 'semibold'), { x, y: y + 62, size: 186 });
    document.save().rotate(-18, { origin: [x, y] });
    paintShapes(document, [{ path: letters, fill: WATERMARK }], { x: 0, y: 0, scale: 1 });
    document.restore();
  }
  const shapes = [
    { path: frame, stroke: tone.ink, strokeWidth: 1.5 },
    { path: line, stroke: LINE, strokeWidth: 0.75 },
  ];
  paintShapes(document, shapes, { x: 0, y: 0, scale: 1 });
}

function writeDemoBar(document: Document, root: Structure): void {
  const height = 34;
  const bar = roundedBox(FRAME, FRAME, PAGE.width - 2 * FRAME, height, 6);
  drawArtifact(document, () => paintShapes(document, [{ path: bar, fill: INK }], { x: 0, y: 0, scale: 1 }));
  const room = { width: 110, height: 30, weight: 'semibold', largest: 22, smallest: 22 } as const;
  const said = { width: COLUMN.width, height: 20, weight: 'regular', largest: 12.5, smallest: 12.5 } as const;
  addParagraph(document, root, 'P', {
    paragraph: fitParagraph('DEMO', room),
    x: FRAME + 22,
    y: FRAME + 4,
    colour: PAPER,
  });
  addParagraph(document, root, 'P', {
    paragraph: fitParagraph(DEMO_SENTENCE, said),
    x: COLUMN.x,
    y: FRAME + 10,
    colour: PAPER,
  });
}

/** What the award rests on: the exams passed, and what was examined. */
function writeGrounds(document: Document, root: Structure, { basis, topics }: CertificateFacts): void {
  const exams = basis.map(({ short, passedAt }) => `${short}, passed on ${writeDay(passedAt)}`);
  const examined = topics.length === 0 ? [] : [topics.map(({ title }) => title).join(' · ')];
  const [narrow, gap] = [176, 22];
  const columns = [
    { x: COLUMN.x, width: examined.length === 0 ? COLUMN.width : narrow, heading: 'Rests on', texts: exams },
    { x: COLUMN.x + narrow + gap, width: COLUMN.width - narrow - gap, heading: 'Examined in', texts: examined },
  ];
  for (const { x, width, heading, texts } of columns.filter((column) => column.texts.length > 0)) {
    const title = fitParagraph(heading, { width, height: 14, weight: 'regular', largest: 10, smallest: 10 });
    const body = fitParagraph(texts, { width, height: 42, weight: 'semibold', largest: 11, smallest: 7 });
    addParagraph(document, root, 'H2', { paragraph: title, x, y: 388, colour: INK_SOFT });
    addParagraph(document, root, 'P', { paragraph: body, x, y: 403, colour: INK });
  }
}

function drawLadder(document: Document, root: Structure, { rung, rungs }: CertificateFacts): void {
  const box = [FRAME + 20, 60, COLUMN.x - 20, LADDER.foot] as const;
  addFigure(document, root, { alt: describeClimb({ rung, rungs }), box }, () => {
    paintShapes(document, drawClimb({ rung, rungs }, LADDER), { x: 0, y: 0, scale: 1 });
  });
}
