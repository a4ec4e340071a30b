import { toneOf } from './appearance.ts';
import { type Box, overlap } from './direct-labels.ts';
import { element, type Markup, titleOf } from './markup.ts';
import { drawText, shorten, TEXT, widthOf } from './text.ts';

/** A difficulty in pixels from the top, and whose it is. */
export type PlacedDifficulty = { readonly y: number; readonly label: string; readonly detail: string };

/** What there is room for. */
export type Room = { readonly left: number; readonly right: number };

const DOT = 3.6;
const GAP = 5;
const WIDEST = 130;

/**
 * Items beside an upright scale, each at its difficulty: with names if all have room, else dots side by side.
 *
 * @returns null if not even dots have room
 */
export function drawItems(items: readonly PlacedDifficulty[], room: Room): Markup | null {
  const named = arrange(items, room, { height: TEXT + 1, widthOf: ({ label }) => labelWidth(label) });
  const dots = named ?? arrange(items, room, { height: 2 * DOT + 1, widthOf: () => 2 * DOT + 1 });
  if (dots === null) return null;
  const drawn = dots.map(({ item, x }) => {
    const dot = element('circle', { cx: x + DOT, cy: item.y, r: DOT }, titleOf(item.detail));
    return named === null ? dot : dot + nameOf(item, x);
  });
  return element('g', { ...toneOf(1), class: `plot-items ${toneOf(1).class}` }, ...drawn);
}

function nameOf({ label, y }: PlacedDifficulty, x: number): Markup {
  return drawText(label, WIDEST, { x: x + 2 * DOT + 4, y: y + 4 });
}

function labelWidth(label: string): number {
  return 2 * DOT + 4 + widthOf(shorten(label, WIDEST)) + GAP;
}

type Shape = { height: number; widthOf: (item: PlacedDifficulty) => number };

/** Each as near to the scale as others leave it room. */
function arrange(
  items: readonly PlacedDifficulty[],
  { left, right }: Room,
  { height, widthOf: width }: Shape,
): { item: PlacedDifficulty; x: number }[] | null {
  const taken: Box[] = [];
  const placed: { item: PlacedDifficulty; x: number }[] = [];
  for (const item of items.toSorted((l, r) => l.y - r.y)) {
    const row = { top: item.y - height / 2, bottom: item.y + height / 2 };
    let box: Box = { ...row, left: left + GAP, right: left + GAP + width(item) };
    for (let before = box as Box | undefined; before !== undefined; ) {
      const here = box;
      before = taken.find((other) => overlap(here, other));
      if (before !== undefined) box = { ...row, left: before.right, right: before.right + width(item) };
      if (box.right > right) return null;
    }
    taken.push(box);
    placed.push({ item, x: box.left });
  }
  return placed;
}
