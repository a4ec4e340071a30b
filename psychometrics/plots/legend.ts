import { dashOf, toneOf } from './appearance.ts';
import { element, type Markup } from './markup.ts';
import { drawText, shorten, widthOf } from './text.ts';

/** A line and its name. `line` is its number, from which tone and pattern follow. */
export type LegendEntry = { readonly line: number; readonly label: string };

const SAMPLE = 26;
const GAP = 18;
const ROW = 19;
const WIDEST = 190;

type Placed = LegendEntry & { readonly x: number; readonly row: number };

/** How high a legend will be in so much room. @returns pixels */
export function legendHeight(entries: readonly LegendEntry[], room: number): number {
  const rows = (arrange(entries, room).at(-1)?.row ?? -1) + 1;
  return rows === 0 ? 0 : rows * ROW + 6;
}

function arrange(entries: readonly LegendEntry[], room: number): Placed[] {
  let [x, row] = [0, 0];
  return entries.map((entry) => {
    const width = SAMPLE + 6 + widthOf(shorten(entry.label, WIDEST));
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    const placed = { ...entry, x, row };
    x += width + GAP;
    return placed;
  });
}

/** Samples of lines with their names, in as many rows as they need. */
export function drawLegend(
  entries: readonly LegendEntry[],
  { x, y, room }: { x: number; y: number; room: number },
): Markup {
  if (entries.length === 0) return '';
  const drawn = arrange(entries, room).map(({ line, label, x: along, row }) => {
    const [left, middle] = [x + along, y + row * ROW + ROW / 2];
    const stroke = { stroke: 'currentColor', 'stroke-width': 2, 'stroke-dasharray': dashOf(line) };
    return [
      element('g', toneOf(line), element('line', { x1: left, x2: left + SAMPLE, y1: middle, y2: middle, ...stroke })),
      drawText(label, WIDEST, { x: left + SAMPLE + 6, y: middle + 4 }),
    ].join('');
  });
  return element('g', { class: 'plot-legend' }, ...drawn);
}
