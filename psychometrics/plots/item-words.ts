import type { Item } from '../models/item.ts';
import { writeFigure } from './scale.ts';

const MOST_NAMED = 8;

/** An item's parameters in words. */
export function describeItem(item: Item): string {
  const a = `discrimination ${writeFigure(item.a)}`;
  if (item.model === '3pl') {
    const c = item.c > 0 ? `, lower asymptote ${writeFigure(item.c)}` : '';
    return `difficulty ${writeFigure(item.b)} logits, ${a}${c}`;
  }
  const places = item.model === 'gpcm' ? item.steps : item.thresholds;
  const what = item.model === 'gpcm' ? 'steps' : 'thresholds';
  return `${what} at ${places.map((at) => writeFigure(at)).join(', ')} logits, ${a}`;
}

/** All items in words while they are few, then between what they lie. */
export function describeItems(items: readonly Item[], labels: readonly string[]): string {
  if (items.length <= MOST_NAMED) {
    return items.map((item, at) => `${labels[at]}: ${describeItem(item)}.`).join(' ');
  }
  const places = items.flatMap((item) =>
    item.model === '3pl' ? [item.b] : item.model === 'gpcm' ? item.steps : item.thresholds,
  );
  const slopes = items.map(({ a }) => a);
  const between = (all: readonly number[]) =>
    `from ${writeFigure(Math.min(...all))} to ${writeFigure(Math.max(...all))}`;
  return `${items.length} items: difficulties ${between(places)} logits, discriminations ${between(slopes)}.`;
}

/** The ends of the ability scale in words. */
export function describeRange([low, high]: readonly [number, number]): string {
  return `abilities from ${writeFigure(low, 1)} to ${writeFigure(high, 1)} logits`;
}

/** Names for items that have none. */
export function nameItems(items: readonly Item[]): string[] {
  return items.map((_, at) => `Item ${at + 1}`);
}
