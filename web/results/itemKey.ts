import type { DebriefItem } from '@pyladder/contract';
import { creditOf, isBlank, type PlaceKey, type Response } from '@pyladder/exam';

/** What is right in a debriefed item, as the rules of credit take it. */
function keyOfItem({ answer, accepted, options }: DebriefItem): PlaceKey {
  if (answer.type === 'slots' || answer.type === 'order') return { type: answer.type, accepted };
  const ids = options.filter(({ key }) => key).map(({ id }) => id);
  return { type: answer.type === 'choices' ? 'choices' : 'choice', ids };
}

/** The answer that is right and comes nearest to what was given: the first of them if nothing was. */
export function findNearestAccepted({ answer, accepted, response }: DebriefItem): readonly string[] {
  const { type } = answer;
  if (type !== 'slots' && type !== 'order') return [];
  const credits = accepted.map((one) => creditOf({ type, accepted: [one] }, response));
  return accepted[credits.indexOf(Math.max(...credits))] ?? [];
}

/** True if something of the answer is right, whether or not that earns a part of the point. */
export function isPartlyRight(item: DebriefItem): boolean {
  return creditOf(keyOfItem(item), item.response) > 0;
}

/** The same item with another answer: what it chooses and earns follow from that. */
export function withResponse(item: DebriefItem, response: Response | null): DebriefItem {
  const credit = creditOf(keyOfItem(item), response);
  return {
    ...item,
    response: response === null || isBlank(response) ? null : response,
    points: item.partialCredit ? credit : Math.floor(credit + 1e-9),
    options: item.options.map((option) => ({ ...option, chosen: isChosen(response, option.id) })),
  };
}

function isChosen(response: Response | null, optionId: string): boolean {
  if (response?.type === 'choice') return response.option === optionId;
  return response?.type === 'choices' && response.options.includes(optionId);
}
