import type { DebriefItem } from '@pyladder/contract';

export type ItemVerdict = 'right' | 'part' | 'wrong' | 'unanswered';

/** A hair's breadth below a whole point: binary rounding never makes a right answer right in part. */
const WHOLE = 1 - 1e-9;

/** How the person fared with one item. */
export function judgeItem({ response, points }: Pick<DebriefItem, 'response' | 'points'>): ItemVerdict {
  if (response === null) return 'unanswered';
  if (points >= WHOLE) return 'right';
  return points > 0 ? 'part' : 'wrong';
}
