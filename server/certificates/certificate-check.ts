import type { CertificateFacts } from './certificate.ts';
import { HOW_TO_CHECK, writeAttached, writeValidity } from './certificate-words.ts';
import { COLUMN } from './page-layout.ts';
import { addFigure, addLink, addParagraph, type Document, paintShapes, type Structure } from './paper.ts';
import { fitParagraph, type Room } from './paragraph.ts';
import { drawQrCode } from './qr-code.ts';
import { INK, INK_SOFT, type Tone } from './tones.ts';

/** With the quiet zone 34 mm, so that the code of any address of ours is more than 25 mm. */
const QR_SIDE = 97;
const QR = { x: COLUMN.x + COLUMN.width - QR_SIDE + 8, y: 455 };

const width = COLUMN.width - QR_SIDE - 8;
const ROOMS = {
  validity: { width, height: 16, weight: 'semibold', largest: 11, smallest: 9 },
  how: { width, height: 15, weight: 'regular', largest: 10, smallest: 10 },
  address: { width, height: 27, weight: 'semibold', largest: 10.5, smallest: 5.5 },
  attached: { width, height: 22, weight: 'regular', largest: 8.5, smallest: 7 },
} as const satisfies Record<string, Room>;

/** Until when it holds, and how anybody finds out whether it does. */
export function writeCheck(document: Document, root: Structure, facts: CertificateFacts, tone: Tone): void {
  const { issuedAt, expiresAt, address, credentialId } = facts;
  const { x } = COLUMN;
  const validity = fitParagraph(writeValidity(issuedAt, expiresAt), ROOMS.validity);
  addParagraph(document, root, 'P', { paragraph: validity, x, y: 464, colour: INK });
  addParagraph(document, root, 'P', { paragraph: fitParagraph(HOW_TO_CHECK, ROOMS.how), x, y: 485, colour: INK });
  const paragraph = fitParagraph(address, ROOMS.address);
  addLink(document, root, { paragraph, address, x, y: 499, colour: tone.ink });
  const attached = fitParagraph(writeAttached(credentialId), ROOMS.attached);
  addParagraph(document, root, 'P', { paragraph: attached, x, y: 528, colour: INK_SOFT });
  addQrCode(document, root, address);
}

function addQrCode(document: Document, root: Structure, address: string): void {
  const { path, side } = drawQrCode(address);
  const box = [QR.x, QR.y, QR.x + QR_SIDE, QR.y + QR_SIDE] as const;
  addFigure(document, root, { alt: `QR code that leads to ${address}`, box }, () => {
    const ground = { path: `M0 0h${side}v${side}h${-side}Z`, fill: '#ffffff' };
    paintShapes(document, [ground, { path, fill: INK }], { ...QR, scale: QR_SIDE / side });
  });
}
