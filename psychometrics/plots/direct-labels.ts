import { type Point, walk } from './curve.ts';
import { BOLD, TEXT, widthOf } from './text.ts';

/** A rectangle in pixels. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** A line that wants a name beside it; `reach` is how far its markers stand out from it. */
export type NamedLine = { readonly label: string; readonly points: readonly Point[]; readonly reach: number };

/** Where a name stands: the middle of its base line. */
export type LabelPlace = Point;

const APART = 5;
const OWN = { least: 1.5, most: 7 } as const;
const OTHERS = 9;
const FAR = 16;

/**
 * Places for the names of lines, each by its own line and clear of all others.
 *
 * @param taken where something else is written
 * @returns one per line, or null if not all of them fit, so that a legend is needed
 */
export function placeLabels(lines: readonly NamedLine[], within: Box, taken: readonly Box[]): LabelPlace[] | null {
  const walked = lines.map(({ points }) => walk(points, APART));
  const used = [...taken];
  const places: LabelPlace[] = [];
  for (const [line, { label, reach }] of lines.entries()) {
    const width = BOLD * widthOf(label);
    let best: { box: Box; worth: number } | null = null;
    for (const point of walked[line] ?? []) {
      for (const box of boxesBeside(point, width, 4 + reach)) {
        if (!isInside(box, within) || used.some((other) => overlap(box, other))) continue;
        const clear = clearance(box, walked, { line, reach });
        // Among equally clear places the highest: at a summit, or where a line comes out above the others.
        const worth = clear === 0 ? 0 : clear + (within.bottom - box.bottom) / (within.bottom - within.top);
        if (worth > (best?.worth ?? 0)) best = { box, worth };
      }
    }
    if (best === null) return null;
    used.push(best.box);
    places.push({ x: (best.box.left + best.box.right) / 2, y: best.box.bottom - TEXT * 0.28 });
  }
  return places;
}

/** Beside a point: above and below, left and right of it, and in between. */
function boxesBeside({ x, y }: Point, width: number, gap: number): Box[] {
  const [w, h] = [width / 2, TEXT * 0.62];
  const centres = [-1, 0, 1].flatMap((across) =>
    [-1, 0, 1].map((down) => ({ x: x + across * (w + gap), y: y + down * (h + gap) })),
  );
  return centres
    .filter((centre) => centre.x !== x || centre.y !== y)
    .map((centre) => ({ left: centre.x - w, right: centre.x + w, top: centre.y - h, bottom: centre.y + h }));
}

/** Above 0 if the box is clear of all lines and nearest to its own; the more, the farther the others are. */
function clearance(box: Box, walked: readonly (readonly Point[])[], own: { line: number; reach: number }): number {
  let others = FAR;
  for (const [line, points] of walked.entries()) {
    let nearest = Infinity;
    for (const point of points) nearest = Math.min(nearest, distanceTo(box, point));
    if (line !== own.line) others = Math.min(others, nearest);
    else if (nearest < OWN.least + own.reach || nearest > OWN.most + own.reach) return 0;
    if (others < OTHERS) return 0;
  }
  return others;
}

function distanceTo({ left, right, top, bottom }: Box, { x, y }: Point): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

function isInside(box: Box, within: Box): boolean {
  return box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom;
}

/** Whether two boxes touch. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
