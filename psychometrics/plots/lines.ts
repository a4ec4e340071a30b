import { dashOf, MOST_LINES, toneOf } from './appearance.ts';
import { type Point, pathThrough } from './curve.ts';
import { type Box, placeLabels } from './direct-labels.ts';
import { type Area, drawFrame, type Frame, layOut, sizeOf } from './frame.ts';
import type { LegendEntry } from './legend.ts';
import { element, type Markup, titleOf } from './markup.ts';
import type { PlotOptions } from './options.ts';
import { place } from './scale.ts';
import { drawText, widthOf } from './text.ts';

/** A point in the units of the axes; a y that is not a number is a gap. */
export type Value = { readonly x: number; readonly y: number };

/** A line of a plot. `detail` is told where the pointer rests, `onSecond` puts it on the scale on the right. */
export type Line = {
  readonly label: string;
  readonly detail: string;
  readonly values: readonly Value[];
  readonly onSecond?: boolean;
  readonly weight?: number;
  readonly marker?: (point: Point, line: number) => Markup;
};

/** What is drawn beside the lines, and where it has words. */
export type Surroundings = (area: Area) => { readonly drawn: Markup; readonly taken: readonly Box[] };

const NOTHING: Surroundings = () => ({ drawn: '', taken: [] });
const WIDEST_LABEL = 150;
const COARSE = 0.15;
const MARKER = 4;
/** What must be left for the lines themselves, in pixels. */
const LEAST_HEIGHT = 30;

/**
 * A plot of lines, with their names beside them where all have room, else in a legend; of more lines than can be told apart
 * all look alike, and the pointer tells which is which. A single line needs no name, unless it is to be named.
 */
export function drawLines(
  frame: Frame,
  options: PlotOptions,
  {
    lines,
    around = NOTHING,
    names = 'if several',
  }: { lines: readonly Line[]; around?: Surroundings; names?: 'always' | 'if several' },
): string {
  const bare = layOut(frame, options);
  if (lines.length > MOST_LINES) {
    return drawFrame(frame, options, { area: bare, drawn: [crowd(lines, bare), around(bare).drawn] });
  }
  const isNamed = names === 'always' || lines.length > 1;
  const labels = isNamed ? labelsBeside(lines, bare, around(bare).taken) : '';
  if (labels !== null) {
    const drawn = [...lines.map((line, k) => drawLine(line, k, bare)), around(bare).drawn, labels];
    return drawFrame(frame, options, { area: bare, drawn });
  }
  const legend: LegendEntry[] = lines.map(({ label }, line) => ({ line, label }));
  const area = layOut(frame, options, legend);
  const missing = LEAST_HEIGHT - (area.bottom - area.top);
  if (missing > 0) {
    const { height } = sizeOf(options);
    throw new RangeError(
      `height ${height}: the legend needs at least ${Math.ceil(height + missing)}, or shorter labels`,
    );
  }
  const drawn = [...lines.map((line, k) => drawLine(line, k, area)), around(area).drawn];
  return drawFrame(frame, options, { area, legend, drawn });
}

function drawLine(line: Line, k: number, area: Area): Markup {
  const stroke = { stroke: 'currentColor', 'stroke-width': line.weight ?? 2, 'stroke-dasharray': dashOf(k) };
  const runs = runsOf(line, area);
  const paths = runs.map((run) =>
    element('path', { d: pathThrough(run), fill: 'none', ...stroke, 'stroke-linejoin': 'round' }),
  );
  const markers = line.marker === undefined ? [] : runs.flat().map((point) => line.marker?.(point, k) ?? '');
  return element(
    'g',
    { ...toneOf(k), class: `plot-line ${toneOf(k).class}` },
    titleOf(line.detail),
    ...paths,
    ...markers,
  );
}

/** Many lines, thin and alike, so that the bundle is seen. */
function crowd(lines: readonly Line[], area: Area): Markup {
  const opacity = Math.min(0.6, 3 / Math.sqrt(lines.length));
  const look = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.2, 'stroke-opacity': opacity };
  const paths = lines.map((line) => {
    const d = runsOf(line, area).map((run) => pathThrough(run, COARSE));
    return element('path', { d: d.join('') }, titleOf(line.detail));
  });
  const tone = toneOf(0);
  return element('g', { ...tone, class: `plot-line ${tone.class}`, ...look }, ...paths);
}

/** The line in pixels, in pieces between its gaps. */
function runsOf({ values, onSecond = false }: Line, { x, y, second }: Area): Point[][] {
  const scale = onSecond ? (second ?? y) : y;
  const runs: Point[][] = [[]];
  for (const value of values) {
    if (Number.isNaN(value.y)) runs.push([]);
    else runs.at(-1)?.push({ x: place(x, value.x), y: place(scale, value.y) });
  }
  return runs.filter((run) => run.length > 0);
}

function labelsBeside(lines: readonly Line[], area: Area, taken: readonly Box[]): Markup | null {
  if (lines.some(({ label }) => widthOf(label) > WIDEST_LABEL)) return null;
  const named = lines.map((line) => ({
    label: line.label,
    points: runsOf(line, area).flat(),
    reach: line.marker === undefined ? 0 : MARKER,
  }));
  const within = { left: area.left + 4, right: area.right + 10, top: area.top - 10, bottom: area.bottom - 3 };
  const places = placeLabels(named, within, taken);
  if (places === null) return null;
  const texts = places.map(({ x, y }, k) => {
    const { class: tone, color } = toneOf(k);
    const look = { class: `plot-halo ${tone}`, color, 'font-weight': '600' };
    return drawText(lines[k]?.label ?? '', WIDEST_LABEL + 10, { x, y, 'text-anchor': 'middle', ...look });
  });
  return element('g', { class: 'plot-labels' }, ...texts);
}
