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
const STRIP = 32;
/** No plot is so wide that there are more places than this to look at along a line. */
const MOST_STEPS = 200;

/**
 * Places for the names of lines, each by its own line and clear of all others.
 *
 * @param taken where something else is written
 * @returns one per line, or null if not all of them fit, so that a legend is needed
 */
export function placeLabels(lines: readonly NamedLine[], within: Box, taken: readonly Box[]): LabelPlace[] | null {
  const walked = lines.map(({ points }) => walk(points, Math.max(APART, (within.right - within.left) / MOST_STEPS)));
  const near = nearby(walked);
  const used = [...taken];
  const places: LabelPlace[] = [];
  for (const [line, { label, reach }] of lines.entries()) {
    const width = BOLD * widthOf(label);
    let best: { box: Box; worth: number } | null = null;
    for (const point of walked[line] ?? []) {
      for (const box of boxesBeside(point, width, 4 + reach)) {
        if (!isInside(box, within) || used.some((other) => overlap(box, other))) continue;
        const clear = clearance(box, near(box), { line, reach });
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

type OnLine = Point & { readonly line: number };

/** The points that may be within reach of a box: those in the same upright strips. */
function nearby(walked: readonly (readonly Point[])[]): (box: Box) => OnLine[] {
  const strips = Map.groupBy(
    walked.flatMap((points, line) => points.map(({ x, y }): OnLine => ({ x, y, line }))),
    ({ x }) => Math.floor(x / STRIP),
  );
  return ({ left, right }) => {
    const first = Math.floor((left - FAR) / STRIP);
    const count = Math.floor((right + FAR) / STRIP) - first + 1;
    return Array.from({ length: count }, (_, k) => strips.get(first + k) ?? []).flat();
  };
}

/** Above 0 if the box is clear of all lines and nearest to its own; the more, the farther the others are. */
function clearance(box: Box, points: readonly OnLine[], own: { line: number; reach: number }): number {
  let [mine, others] = [Infinity, FAR];
  for (const point of points) {
    const distance = distanceTo(box, point);
    if (point.line === own.line) mine = Math.min(mine, distance);
    else others = Math.min(others, distance);
    if (others < OTHERS || mine < OWN.least + own.reach) return 0;
  }
  return mine > OWN.most + own.reach ? 0 : others;
}

function distanceTo({ left, right, top, bottom }: Box, { x, y }: Point): number {
  const [across, down] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
  // Much quicker than Math.hypot, and nothing here is large.
  return Math.sqrt(across * across + down * down);
}

function isInside(box: Box, within: Box): boolean {
  return box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom;
}

/** Whether two boxes touch. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
