import { toneOf } from './appearance.ts';
import type { Area } from './frame.ts';
import type { Histogram } from './histogram.ts';
import { element, type Markup, titleOf } from './markup.ts';
import type { Cut } from './options.ts';
import { place, roundTicks, roundUp, type Tick, writeFigure } from './scale.ts';
import { drawText, TEXT } from './text.ts';

/** The left of the map has the people, the right the items. */
export type Half = 'people' | 'items';

/** Which share of the width people have. The map's x runs from -PEOPLE to 1 - PEOPLE. */
export const PEOPLE = 0.44;

const MARKS = 4;

/** How far one of a half reaches, in x; the longest bar ends on a mark. */
function reachOf(counts: readonly number[], half: Half): number {
  const most = roundUp(Math.max(1, ...counts), MARKS);
  return (half === 'people' ? -PEOPLE : 1 - PEOPLE) / most;
}

/** Marks for the numbers of a half. */
export function countTicks({ counts }: Histogram, half: Half): Tick[] {
  const reach = reachOf(counts, half);
  const ticks = roundTicks(0, roundUp(Math.max(1, ...counts), MARKS), MARKS).filter(({ value }) =>
    Number.isInteger(value),
  );
  // Both halves begin with the same 0.
  return (half === 'people' ? ticks : ticks.slice(1)).map(({ value }) => ({
    value: value * reach || 0,
    text: writeFigure(value, 0),
  }));
}

/** Bars from the middle outwards. */
export function drawBars({ low, width, counts }: Histogram, area: Area, half: Half): Markup {
  const [reach, middle] = [reachOf(counts, half), place(area.x, 0)];
  const bars = counts.flatMap((count, bin) => {
    if (count === 0) return [];
    const [bottom, top] = [place(area.y, low + bin * width), place(area.y, low + (bin + 1) * width)];
    const end = place(area.x, count * reach);
    const detail = `${writeFigure(low + bin * width)} to ${writeFigure(low + (bin + 1) * width)} logits: ${count} ${half}`;
    const box = { x: Math.min(end, middle), width: Math.abs(end - middle), y: top + 0.5, height: bottom - top - 1 };
    return [element('rect', { ...box }, titleOf(detail))];
  });
  const tone = toneOf(half === 'people' ? 0 : 1);
  return element('g', { ...tone, class: `plot-bars ${tone.class}`, 'fill-opacity': '0.75' }, ...bars);
}

/** Level lines at cuts with their words on the right. */
export function drawLevels(cuts: readonly Cut[], area: Area): Markup {
  return cuts
    .map(({ theta, label = 'Cut' }) => {
      const y = place(area.y, theta);
      const dash = { stroke: 'currentColor', 'stroke-width': 1.2, 'stroke-dasharray': '3 3' };
      return element(
        'g',
        { class: 'plot-cut' },
        element('line', { x1: area.left, x2: area.right, y1: y, y2: y, ...dash }),
        drawText(label, (area.right - area.left) / 3, {
          x: area.right,
          y: Math.max(y, area.top + TEXT) - 4,
          'text-anchor': 'end',
          class: 'plot-halo',
        }),
      );
    })
    .join('');
}

/** What is counted in a half, below its marks. */
export function drawWords(words: string, area: Area, half: Half): Markup {
  const [from, to] = half === 'people' ? [-PEOPLE, 0] : [0, 1 - PEOPLE];
  const [left, right] = [place(area.x, from), place(area.x, to)];
  const at = { x: (left + right) / 2, y: area.bottom + 2 * TEXT + 15 };
  return drawText(words, right - left, { ...at, 'text-anchor': 'middle' });
}
