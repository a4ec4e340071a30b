import { ROOT_LOOK, styleSheet } from './appearance.ts';
import { drawAxes } from './axes.ts';
import { drawLegend, type LegendEntry, legendHeight } from './legend.ts';
import { element, escapeText, type Markup, titleOf } from './markup.ts';
import { checkId, checkSize, type PlotOptions } from './options.ts';
import { roundTicks, type Scale, type Tick } from './scale.ts';
import { BOLD, drawText, HEADING, widthOf } from './text.ts';

/** A scale with words: its ends, and its marks if they are not to be round numbers. */
export type Axis = {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly ticks?: readonly Tick[];
};

/** What stands around the lines. `heading` is the title if the caller gave none. */
export type Frame = {
  readonly heading: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly right?: Axis;
};

/** Where lines are drawn: the edges in pixels, and the scales. */
export type Area = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly second: Scale | null;
  readonly ticks: { readonly x: readonly Tick[]; readonly y: readonly Tick[]; readonly second: readonly Tick[] };
};

const WIDTH = 640;
const HEIGHT = 400;
const EDGE = 14;
const TICK_EVERY = { x: 46, y: 38 } as const;
const AXIS_WORDS = 18;
const TICK_LENGTH = 5;

/** How large a plot is. @throws RangeError if the options are no size */
export function sizeOf({ width = WIDTH, height = HEIGHT }: PlotOptions): { width: number; height: number } {
  return { width: checkSize('width', width), height: checkSize('height', height) };
}

/** Where the lines go, below a title and a legend of so many entries. */
export function layOut(frame: Frame, options: PlotOptions, legend: readonly LegendEntry[] = []): Area {
  const { width, height } = sizeOf(options);
  const hasHeading = (options.title ?? frame.heading) !== '';
  const top = (hasHeading ? EDGE + HEADING + 14 : EDGE) + legendHeight(legend, width - 2 * EDGE);
  const bottom = height - EDGE - AXIS_WORDS - TICK_LENGTH - 18;
  const most = Math.max(2, Math.floor((bottom - top) / TICK_EVERY.y) + 1);
  const y = frame.y.ticks ?? roundTicks(frame.y.low, frame.y.high, most);
  const second =
    frame.right === undefined ? [] : (frame.right.ticks ?? roundTicks(frame.right.low, frame.right.high, most));
  const left = EDGE + AXIS_WORDS + TICK_LENGTH + 4 + widest(y);
  const right = width - EDGE - 4 - (frame.right === undefined ? 0 : AXIS_WORDS + TICK_LENGTH + widest(second));
  const x = frame.x.ticks ?? roundTicks(frame.x.low, frame.x.high, Math.floor((right - left) / TICK_EVERY.x) + 1);
  return {
    left,
    top,
    right,
    bottom,
    x: { low: frame.x.low, high: frame.x.high, from: left, to: right },
    y: { low: frame.y.low, high: frame.y.high, from: bottom, to: top },
    second: frame.right === undefined ? null : { low: frame.right.low, high: frame.right.high, from: bottom, to: top },
    ticks: { x, y, second },
  };
}

function widest(ticks: readonly Tick[]): number {
  return Math.max(0, ...ticks.map(({ text }) => widthOf(text)));
}

/** The whole document: frame, axes, legend, and in it what is drawn. */
export function drawFrame(
  frame: Frame,
  options: PlotOptions,
  content: { area: Area; legend?: readonly LegendEntry[]; drawn: readonly Markup[] },
): string {
  const { width } = sizeOf(options);
  const hasHeading = (options.title ?? frame.heading) !== '';
  const heading = options.title ?? frame.heading;
  return drawDocument(frame, options, [
    hasHeading
      ? drawText(heading, (width - 2 * EDGE) / BOLD, {
          x: EDGE,
          y: EDGE + HEADING - 2,
          'font-weight': '600',
          size: HEADING,
        })
      : '',
    drawLegend(content.legend ?? [], {
      x: EDGE,
      y: hasHeading ? EDGE + HEADING + 8 : EDGE - 4,
      room: width - 2 * EDGE,
    }),
    drawAxes(content.area, {
      x: options.xLabel ?? frame.x.label,
      y: options.yLabel ?? frame.y.label,
      second: frame.right?.label ?? '',
    }),
    ...content.drawn,
  ]);
}

/** The root with what a reader of the screen is told, its style and its paper. */
function drawDocument(
  { heading, description }: Pick<Frame, 'heading' | 'description'>,
  options: PlotOptions,
  children: readonly Markup[],
): string {
  const { width, height } = sizeOf(options);
  const id = options.id === undefined ? undefined : checkId(options.id);
  const name = options.title === undefined || options.title === '' ? heading : options.title;
  const said = escapeText(options.description ?? description);
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'psychometric-plot',
    role: 'img',
    id,
    'aria-labelledby': id && `${id}-title`,
    'aria-describedby': id && `${id}-description`,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-size': 12,
    fill: 'currentColor',
    ...ROOT_LOOK,
  };
  const described = id === undefined ? {} : { id: `${id}-description` };
  return element(
    'svg',
    root,
    id === undefined ? titleOf(name) : element('title', { id: `${id}-title` }, escapeText(name)),
    element('desc', described, said),
    styleSheet(),
    element('rect', { class: 'plot-paper', width, height, fill: '#ffffff' }),
    ...children,
  );
}
