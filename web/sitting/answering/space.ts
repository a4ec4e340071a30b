import type { ItemView } from '@pyladder/contract';
import type { AnswerSpace, Response } from '@pyladder/exam';

/** What a response to a question may hold. A line put into a program is a choice of one place. */
export function spaceOf({ answer, options }: Pick<ItemView, 'answer' | 'options'>): AnswerSpace {
  return {
    type: responseTypeOf(answer.type),
    optionIds: options.map(({ id }) => id),
    slots: answer.type === 'slots' ? answer.slots.length : 0,
  };
}

function responseTypeOf(type: ItemView['answer']['type']): Response['type'] {
  return type === 'position' ? 'choice' : type;
}
