import type { Point } from './curve.ts';
import { element, type Markup } from './markup.ts';

const R = 4.2;

/** A mark at a point, of a shape that belongs to the line with this number. */
export function drawMarker({ x, y }: Point, line: number): Markup {
  const shape = SHAPES[line % SHAPES.length] ?? circle;
  return shape(x, y);
}

type Shape = (x: number, y: number) => Markup;

const circle: Shape = (cx, cy) => element('circle', { cx, cy, r: R });
const square: Shape = (x, y) => element('rect', { x: x - 3.8, y: y - 3.8, width: 7.6, height: 7.6 });

const polygon =
  (...corners: [number, number][]): Shape =>
  (x, y) => {
    const d = corners.map(([dx, dy], k) => `${k === 0 ? 'm' : 'l'}${dx} ${dy}`).join('');
    return element('path', { transform: `translate(${round(x)} ${round(y)})`, d: `${d}z` });
  };

const SHAPES: readonly Shape[] = [
  circle,
  square,
  polygon([0, -5], [4.8, 8.4], [-9.6, 0]),
  polygon([0, -5.4], [5.4, 5.4], [-5.4, 5.4], [-5.4, -5.4]),
  polygon([0, 5], [4.8, -8.4], [-9.6, 0]),
  (cx, cy) =>
    element('circle', {
      cx,
      cy,
      r: R - 0.8,
      class: 'plot-paper',
      fill: '#ffffff',
      stroke: 'currentColor',
      'stroke-width': 1.8,
    }),
];

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100 || 0;
}
