import { type Box, overlap } from './direct-labels.ts';
import type { Area } from './frame.ts';
import { element, type Markup } from './markup.ts';
import type { Cut } from './options.ts';
import { place } from './scale.ts';
import { drawText, shorten, TEXT, widthOf } from './text.ts';

const WIDEST = 150;
const ROW = TEXT + 4;

/** A cut with its words. */
export type MarkedCut = Cut & { readonly words: string };

/** Upright lines at cuts with words at their heads, in rows where they would touch; and where these words are. */
export function drawCuts(cuts: readonly MarkedCut[], area: Area): { drawn: Markup; taken: Box[] } {
  const taken: Box[] = cuts.map(({ theta }) => {
    const x = place(area.x, theta);
    return { left: x - 4, right: x + 4, top: area.top, bottom: area.bottom };
  });
  const drawn = cuts.map(({ theta, words }) => {
    const x = place(area.x, theta);
    const box = headOf(x, widthOf(shorten(words, WIDEST)), area, taken);
    taken.push(box);
    const dash = { stroke: 'currentColor', 'stroke-width': 1.2, 'stroke-dasharray': '3 3' };
    const text = { x: box.left, y: box.bottom - 4, fill: 'currentColor', class: 'plot-halo' };
    return element(
      'g',
      { class: 'plot-cut' },
      element('line', { x1: x, x2: x, y1: area.bottom, y2: area.top, ...dash }),
      drawText(words, WIDEST, text),
    );
  });
  return { drawn: drawn.join(''), taken };
}

/** The first row in which words on either side of the line touch no others. */
function headOf(x: number, width: number, area: Area, taken: readonly Box[]): Box {
  const rows = Math.max(1, Math.floor((area.bottom - area.top) / ROW));
  for (let row = 0; row < rows; row++) {
    for (const left of [x + 6, x - 6 - width]) {
      const box = { left, right: left + width, top: area.top + row * ROW, bottom: area.top + (row + 1) * ROW };
      const isInside = box.left >= area.left + 2 && box.right <= area.right + 10;
      const isFree = !taken.some((other) => overlap(box, other));
      if (isInside && isFree) return box;
    }
  }
  const left = Math.max(area.left + 2, Math.min(x + 6, area.right - width));
  return { left, right: left + width, top: area.top, bottom: area.top + ROW };
}
