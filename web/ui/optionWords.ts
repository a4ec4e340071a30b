import type { ItemView } from '@pyladder/contract';

const MAY_SPEAK: readonly ItemView['kind'][] = ['select-many', 'match', 'scenario'];

/**
 * Whether an item's options are sentences, in which code stands between backticks. Statements always are; of some other
 * kinds those are that use backticks. Elsewhere every character is Python's.
 */
export function areSentences({
  kind,
  options,
}: {
  kind: ItemView['kind'];
  options: readonly { text: string }[];
}): boolean {
  return kind === 'concept' || (MAY_SPEAK.includes(kind) && options.some(({ text }) => text.includes('`')));
}
