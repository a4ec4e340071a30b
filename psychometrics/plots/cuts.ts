import { type Box, overlap } from './direct-labels.ts';
import type { Area } from './frame.ts';
import { element, type Markup } from './markup.ts';
import type { Cut } from './options.ts';
import { place } from './scale.ts';
import { drawText, shorten, TEXT, widthOf } from './text.ts';

const WIDEST = 210;
const ROW = TEXT + 4;

/** A cut with its words. */
export type MarkedCut = Cut & { readonly words: string };

/** Upright lines at cuts with words at their heads, in rows where they would touch; and where these words are. */
export function drawCuts(cuts: readonly MarkedCut[], area: Area): { drawn: Markup; taken: Box[] } {
  const words: Box[] = [];
  const lines = cuts.map(({ theta }) => {
    const x = place(area.x, theta);
    return { left: x - 4, right: x + 4, top: area.top, bottom: area.bottom };
  });
  const upright: Markup[] = [];
  const heads: Markup[] = [];
  for (const { theta, words: said } of cuts) {
    const x = place(area.x, theta);
    const box = headOf(x, widthOf(shorten(said, WIDEST)), area, { words, lines });
    words.push(box);
    const dash = { stroke: 'currentColor', 'stroke-width': 1.2, 'stroke-dasharray': '3 3' };
    upright.push(element('line', { x1: x, x2: x, y1: area.bottom, y2: area.top, ...dash }));
    const anchored = box.right < x ? { x: box.right, 'text-anchor': 'end' } : { x: box.left };
    heads.push(drawText(said, WIDEST + 1, { ...anchored, y: box.bottom - 4, class: 'plot-halo' }));
  }
  // Words come last, so that their halo keeps them clear of lines.
  return { drawn: element('g', { class: 'plot-cuts' }, ...upright, ...heads), taken: [...words, ...lines] };
}

/** The first row in which words on either side of the line touch nothing; if there is none, no other words at least. */
function headOf(x: number, width: number, area: Area, { words, lines }: { words: Box[]; lines: Box[] }): Box {
  const boxes = Array.from({ length: Math.floor((area.bottom - area.top) / ROW) }, (_, row) =>
    [x + 6, x - 6 - width].map((left) => boxIn(row, left, width, area)),
  ).flat();
  const inside = boxes.filter(({ left, right }) => left >= area.left + 2 && right <= area.right + 10);
  const isFree = (box: Box, taken: readonly Box[]) => !taken.some((other) => overlap(box, other));
  const pushed = Math.max(area.left + 2, Math.min(x + 6, area.right - width));
  return (
    inside.find((box) => isFree(box, [...words, ...lines])) ??
    inside.find((box) => isFree(box, words)) ??
    boxIn(words.length % Math.max(1, boxes.length / 2), pushed, width, area)
  );
}

function boxIn(row: number, left: number, width: number, { top }: Area): Box {
  return { left, right: left + width, top: top + row * ROW, bottom: top + (row + 1) * ROW };
}
