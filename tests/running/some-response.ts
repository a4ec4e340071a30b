import type { ItemView } from '@pyladder/contract';
import type { Response } from '@pyladder/exam';

/**
 * One of the answers that the room could send to this item, whatever way it is answered.
 *
 * @param pick which one: any whole number from 0
 */
export function someResponse({ answer, options }: Pick<ItemView, 'answer' | 'options'>, pick: number): Response {
  const ids = options.map(({ id }) => id);
  const at = pick % ids.length;
  const turned = [...ids.slice(at), ...ids.slice(0, at)];
  switch (answer.type) {
    case 'choice':
    case 'position':
      return { type: 'choice', option: turned[0] ?? null };
    case 'choices':
      return { type: 'choices', options: turned.slice(0, answer.pick ?? 1) };
    case 'slots':
      return { type: 'slots', options: answer.slots.map((_, slot) => turned[slot % turned.length] ?? null) };
    case 'order':
      return { type: 'order', options: turned };
  }
}
