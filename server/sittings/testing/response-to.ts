import type { ItemView } from '@pyladder/contract';
import type { Response } from '@pyladder/exam';

/** An answer to an item in its own way, options as they are shown. */
export function responseTo({ answer, options }: ItemView): Response {
  const ids = options.map(({ id }) => id);
  switch (answer.type) {
    case 'choice':
    case 'position':
      return { type: 'choice', option: ids[0] ?? null };
    case 'choices':
      return { type: 'choices', options: ids.slice(0, 2) };
    case 'slots':
      return { type: 'slots', options: answer.slots.map((_, slot) => ids[slot] ?? null) };
    case 'order':
      return { type: 'order', options: ids };
  }
}
