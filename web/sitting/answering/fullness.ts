import type { ItemView } from '@pyladder/contract';
import type { Response } from '@pyladder/exam';
import { optionsIn, slotsIn } from './choosing.ts';

/** How much of an answer is there, where that can be counted: gaps filled, pairs made, options chosen of those asked for. */
export type Fullness = { what: 'gaps' | 'pairs' | 'choices'; filled: number; of: number };

/** How full a response is, or null where an answer is there or not and nothing in between. */
export function fullnessOf(item: ItemView, response: Response | null): Fullness | null {
  const { answer } = item;
  if (answer.type === 'choices' && answer.pick !== null) {
    return { what: 'choices', filled: optionsIn(response).length, of: answer.pick };
  }
  if (answer.type !== 'slots') return null;
  const slots = slotsIn(item, response);
  return {
    what: isMatch(answer.slots) ? 'pairs' : 'gaps',
    filled: slots.filter((option) => option !== null).length,
    of: slots.length,
  };
}

/** True for an answer that has begun and is not whole. */
export function isHalf(item: ItemView, response: Response | null): boolean {
  const fullness = fullnessOf(item, response);
  return response !== null && fullness !== null && fullness.filled < fullness.of;
}

/** Slots with labels are things to match; those without are the gaps of the program. */
export function isMatch(labels: readonly string[]): boolean {
  return labels.some((label) => label !== '');
}
