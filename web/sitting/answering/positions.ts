import type { ItemView } from '@pyladder/contract';
import { t } from '../words.ts';

/** A place that a line may be put into: an option, and the number of program lines before it. */
export type LinePlace = { option: string; after: number };

/** The places for the line, from the top of the program to its end; none where no line is to be put in. */
export function linePlaces({ answer, options }: Pick<ItemView, 'answer' | 'options'>): LinePlace[] {
  if (answer.type !== 'position') return [];
  const places = options.flatMap(({ id }, index): LinePlace[] => {
    const after = answer.after[index];
    return after === undefined ? [] : [{ option: id, after }];
  });
  return places.toSorted((one, other) => one.after - other.after);
}

/** A place in words: "After line 2". */
export function placeWords(after: number): string {
  return after === 0 ? t('position.top') : t('position.after', { line: after });
}
