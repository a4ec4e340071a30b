import type { Area } from './frame.ts';
import { element, type Markup } from './markup.ts';
import { place, type Tick } from './scale.ts';
import { drawText, TEXT, widthOf } from './text.ts';

const LENGTH = 5;
const BELOW = 46;
const FAINT = { stroke: 'currentColor', 'stroke-opacity': '0.13', 'stroke-width': 1 } as const;
const FIRM = { stroke: 'currentColor', 'stroke-width': 1 } as const;

/** Both axes with their marks and words, a second scale on the right if there is one, and faint lines to read along. */
export function drawAxes(area: Area, words: { x: string; y: string; second: string }): Markup {
  return [
    drawGrid(area),
    drawBottom(area, words.x),
    drawSide(area, 'left', words.y),
    area.second === null ? '' : drawSide(area, 'right', words.second),
  ].join('');
}

function drawGrid({ left, right, y, ticks }: Area): Markup {
  const lines = ticks.y.map(({ value }) => {
    const at = place(y, value);
    return element('line', { x1: left, x2: right, y1: at, y2: at });
  });
  return element('g', { class: 'plot-grid', ...FAINT }, ...lines);
}

function drawBottom({ left, right, bottom, x, ticks }: Area, words: string): Markup {
  const marks = ticks.x.map(({ value }) => {
    const at = place(x, value);
    return element('line', { x1: at, x2: at, y1: bottom, y2: bottom + LENGTH });
  });
  const texts = ticks.x.map((tick, k) =>
    drawText(
      tick.text,
      roomAt(ticks.x, k, (value) => place(x, value)),
      {
        x: Math.min(place(x, tick.value), right + 12 - widthOf(tick.text) / 2),
        y: bottom + LENGTH + TEXT + 1,
        'text-anchor': 'middle',
      },
    ),
  );
  const label = { x: (left + right) / 2, y: bottom + LENGTH + 2 * TEXT + 10, 'text-anchor': 'middle' };
  return element(
    'g',
    { class: 'plot-axis plot-axis-x' },
    element('line', { x1: left, x2: right, y1: bottom, y2: bottom, ...FIRM }),
    element('g', FIRM, ...marks),
    element('g', { class: 'plot-ticks' }, ...texts),
    drawText(words, right - left + 20, { ...label }),
  );
}

/** How wide the words at a mark may be before they touch the next. */
function roomAt(ticks: readonly Tick[], k: number, at: (value: number) => number): number {
  const here = at(ticks[k]?.value ?? 0);
  const gaps = [ticks[k - 1], ticks[k + 1]].map((next) =>
    next === undefined ? Infinity : Math.abs(at(next.value) - here),
  );
  return Math.min(...gaps, 120) - 4;
}

function drawSide({ left, right, top, bottom, y, second, ticks }: Area, side: 'left' | 'right', words: string): Markup {
  const isLeft = side === 'left';
  const scale = isLeft ? y : (second ?? y);
  const marks = isLeft ? ticks.y : ticks.second;
  const edge = isLeft ? left : right;
  const outwards = isLeft ? -1 : 1;
  const lines = marks.map(({ value }) => {
    const at = place(scale, value);
    return element('line', { x1: edge, x2: edge + outwards * LENGTH, y1: at, y2: at });
  });
  const anchor = isLeft ? 'end' : 'start';
  const texts = marks.map(({ value, text }) =>
    drawText(text, 160, {
      x: edge + outwards * (LENGTH + 4),
      y: place(scale, value) + 4,
      'text-anchor': anchor,
    }),
  );
  const widest = Math.max(0, ...marks.map(({ text }) => widthOf(text)));
  const across = edge + outwards * (LENGTH + 4 + widest + (isLeft ? 10 : 18));
  // Words longer than the axis reach down to the edge of the plot, where nothing else is.
  const room = widthOf(words) > bottom - top ? bottom + BELOW - top : bottom - top;
  const [cx, cy] = [Math.round(across), Math.round(top + room / 2)];
  return element(
    'g',
    { class: `plot-axis plot-axis-${isLeft ? 'y' : 'second'}` },
    element('line', { x1: edge, x2: edge, y1: top, y2: bottom, ...FIRM }),
    element('g', FIRM, ...lines),
    element('g', { class: 'plot-ticks' }, ...texts),
    drawText(words, room, {
      x: cx,
      y: cy,
      transform: `rotate(-90 ${cx} ${cy})`,
      'text-anchor': 'middle',
    }),
  );
}
