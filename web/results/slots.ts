import type { DebriefItem } from '@pyladder/contract';
import { findNearestAccepted } from './itemKey.ts';

/** One slot of an item: what was put there, and what is right there in the accepted answer that comes nearest. */
export type Slot = {
  /** From 0. */
  index: number;
  /** '' for a gap of a program. */
  label: string;
  /** Null if it was left empty. */
  optionId: string | null;
  given: string | null;
  right: string;
  part: 'right' | 'wrong' | 'empty';
};

/** The slots of an item; none if it has another way of answering. */
export function viewSlots(item: DebriefItem): Slot[] {
  const { answer, response } = item;
  if (answer.type !== 'slots') return [];
  const nearest = findNearestAccepted(item);
  const given = response?.type === 'slots' ? response.options : [];
  return answer.slots.map((label, index) => {
    const optionId = given[index] ?? null;
    const key = nearest[index] ?? '';
    const part = optionId === null ? 'empty' : optionId === key ? 'right' : 'wrong';
    const text = optionId === null ? null : textOf(item, optionId);
    return { index, label, optionId, given: text, right: textOf(item, key), part };
  });
}

/** The text of an option. */
export function textOf({ options }: Pick<DebriefItem, 'options'>, optionId: string): string {
  return options.find(({ id }) => id === optionId)?.text ?? '';
}
