import type { FormPlace, Item, PlaceKey } from '@pyladder/exam';

/** What is right in a place of a form, in the ids of its sitting. @throws RangeError if the place and the item do not belong together */
export function placeKeyOf({ options }: FormPlace, { hash, options: stored, answer }: Item): PlaceKey {
  const idOf = (index: number): string => {
    const found = options.find((option) => option.index === index);
    if (found === undefined) throw new RangeError(`a form has no option ${index} of item ${hash}`);
    return found.id;
  };
  if (answer?.type === 'slots' || answer?.type === 'order') {
    return { type: answer.type, accepted: answer.accepted.map((indexes) => indexes.map(idOf)) };
  }
  const ids = options.filter(({ index }) => stored[index]?.key === true).map(({ id }) => id);
  return { type: answer?.type === 'choices' ? 'choices' : 'choice', ids };
}
