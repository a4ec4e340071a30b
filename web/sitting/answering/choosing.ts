import type { ItemView } from '@pyladder/contract';
import type { Response } from '@pyladder/exam';
import { spaceOf } from './space.ts';

/** `full`: there is no room for one more; something has to be taken back first. */
export type Choosing = Response | 'full';

/**
 * What comes of pointing at an option, with the pointer or by its number. A choice moves to it; one of several is put in
 * or taken out; a word goes into the first empty slot. Null where options are not pointed at (lines are moved).
 */
export function chooseOption(item: ItemView, response: Response | null, option: string): Choosing | null {
  const { answer } = item;
  switch (answer.type) {
    case 'choice':
    case 'position':
      return { type: 'choice', option };
    case 'choices':
      return toggle(item, optionsIn(response), { option, most: answer.pick ?? Number.POSITIVE_INFINITY });
    case 'slots':
      return fillFirst(slotsIn(item, response), option);
    case 'order':
      return null;
  }
}

/** The options that a response to a choice names, whether of one or of several. */
export function optionsIn(response: Response | null): readonly string[] {
  if (response?.type === 'choice') return response.option === null ? [] : [response.option];
  return response?.type === 'choices' ? response.options : [];
}

/** What stands in each slot, or null. */
export function slotsIn(item: ItemView, response: Response | null): readonly (string | null)[] {
  return response?.type === 'slots' ? response.options : Array.from({ length: spaceOf(item).slots }, () => null);
}

/** The response after `option` (null: nothing) is put into one slot. */
export function fillSlot(slots: readonly (string | null)[], slot: number, option: string | null): Response {
  return { type: 'slots', options: slots.with(slot, option) };
}

function fillFirst(slots: readonly (string | null)[], option: string): Choosing {
  const slot = slots.indexOf(null);
  return slot === -1 ? 'full' : fillSlot(slots, slot, option);
}

/** In the order in which the options are shown, so that the same choice is the same answer. */
function toggle(
  { options }: ItemView,
  chosen: readonly string[],
  { option, most }: { option: string; most: number },
): Choosing {
  if (!chosen.includes(option) && chosen.length >= most) return 'full';
  const isIn = (id: string) => (id === option ? !chosen.includes(id) : chosen.includes(id));
  return { type: 'choices', options: options.map(({ id }) => id).filter(isIn) };
}
