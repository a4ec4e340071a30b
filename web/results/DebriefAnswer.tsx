import type { DebriefItem } from '@pyladder/contract';
import { DebriefOptions } from './DebriefOptions.tsx';
import { GapAnswer } from './GapAnswer.tsx';
import { MatchAnswer } from './MatchAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';
import { PositionAnswer } from './PositionAnswer.tsx';

/** What was answered beside what is right, in the way in which the item is answered. */
export function DebriefAnswer({ item }: { item: DebriefItem }) {
  switch (item.answer.type) {
    case 'choice':
    case 'choices':
      return <DebriefOptions item={item} />;
    case 'position':
      return <PositionAnswer item={item} />;
    case 'slots':
      return hasGaps(item) ? <GapAnswer item={item} /> : <MatchAnswer item={item} />;
    case 'order':
      return <OrderAnswer item={item} />;
  }
}

/** True if the answer is shown inside the program, which need not be shown without it then. */
export function isAnswerInProgram(item: DebriefItem): boolean {
  return item.answer.type === 'position' || (item.answer.type === 'slots' && hasGaps(item));
}

/** Slots without labels are gaps of the program; those of a matching have labels. */
function hasGaps({ answer }: DebriefItem): boolean {
  return answer.type === 'slots' && answer.slots.every((label) => label === '');
}
