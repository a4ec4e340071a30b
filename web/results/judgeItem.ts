import type { DebriefItem } from '@pyladder/contract';

export type ItemVerdict = 'right' | 'wrong' | 'unanswered';

/** How the person fared with one item. */
export function judgeItem({ options }: Pick<DebriefItem, 'options'>): ItemVerdict {
  const chosen = options.find((option) => option.chosen);
  if (chosen === undefined) return 'unanswered';
  return chosen.key ? 'right' : 'wrong';
}
