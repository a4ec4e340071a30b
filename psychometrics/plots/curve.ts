import type { Item } from '../models/item.ts';
import { writeCoordinate } from './markup.ts';
import { difficultiesOf } from './options.ts';

/** A point in pixels. */
export type Point = { readonly x: number; readonly y: number };

const STEPS = 240;
const AROUND = [-4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4];
const NEAREST = 1 / 2000;
const TOLERANCE = 0.04;

/**
 * Abilities at which a curve is computed: evenly spaced ones, and more about the places where these items are steep, so that
 * no step and no summit falls between two.
 *
 * @returns rising, from one end of the range to the other
 */
export function abilitiesFor(items: readonly Item[], [low, high]: readonly [number, number]): number[] {
  const even = Array.from({ length: STEPS + 1 }, (_, k) => low + ((high - low) * k) / STEPS);
  const steep = items.flatMap((item) =>
    difficultiesOf(item).flatMap((at) => AROUND.map((offset) => at + offset / Math.max(Math.abs(item.a), 0.01))),
  );
  const sorted = [...even, ...steep.filter((theta) => theta > low && theta < high)].toSorted((l, r) => l - r);
  const apart = (high - low) * NEAREST;
  return sorted.filter((theta, k) => k === 0 || k === sorted.length - 1 || theta - (sorted[k - 1] ?? low) > apart / 8);
}

/** A line through points; those that would move it by less than the tolerance, in pixels, are left out. */
export function pathThrough(points: readonly Point[], tolerance = TOLERANCE): string {
  const kept = simplify(points, tolerance);
  return kept.map(({ x, y }, k) => `${k === 0 ? 'M' : 'L'}${writeCoordinate(x)} ${writeCoordinate(y)}`).join('');
}

/** The fewest of the points such that none lies farther than the tolerance from the line. @see Douglas & Peucker (1973) */
function simplify(points: readonly Point[], tolerance: number): Point[] {
  const keep = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let [farthest, at] = [tolerance, -1];
    for (let k = from + 1; k < to; k++) {
      const off = distance(points[k], points[from], points[to]);
      if (off > farthest) [farthest, at] = [off, k];
    }
    if (at < 0) continue;
    keep.add(at);
    open.push([from, at], [at, to]);
  }
  return points.filter((_, k) => keep.has(k));
}

const ORIGIN: Point = { x: 0, y: 0 };

/** How far a point lies from the line between two others. */
function distance(point = ORIGIN, from = ORIGIN, to = ORIGIN): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y);
  return Math.abs(dx * (point.y - from.y) - dy * (point.x - from.x)) / length;
}

/** Points along a line, so many pixels apart, whatever points it is made of. */
export function walk(points: readonly Point[], apart: number): Point[] {
  const walked = points.slice(0, 1);
  let left = apart;
  for (const [k, to] of points.entries()) {
    const from = points[k - 1] ?? to;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    let gone = left;
    for (; gone <= length; gone += apart) {
      walked.push({ x: from.x + ((to.x - from.x) * gone) / length, y: from.y + ((to.y - from.y) * gone) / length });
    }
    left = gone - length;
  }
  return walked;
}
