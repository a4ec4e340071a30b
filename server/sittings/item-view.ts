import type { AnswerView, ItemView } from '@pyladder/contract';
import { type FormPlace, findExamCredential, type Item, type Ladder } from '@pyladder/exam';

/**
 * A form's items as the candidate sees them: what is to be read, and options under this sitting's ids. Each field is named,
 * so that a new field of an item stays here until somebody decides otherwise.
 *
 * @param items one a place
 */
export function viewItems(
  places: readonly FormPlace[],
  items: readonly Item[],
  { ladder, credential }: { ladder: Ladder; credential: string },
): ItemView[] {
  return places.flatMap((place, position) => {
    const item = items[position];
    if (item === undefined) throw new RangeError(`${places.length} places, ${items.length} items`);
    return [
      {
        position,
        section: sectionTitle(ladder, credential, place.section),
        kind: item.kind,
        set: viewSet(item),
        stem: item.stem,
        highlighted: item.highlighted,
        stdin: item.stdin,
        picture: item.picture ?? null,
        answer: viewAnswer(place, item),
        partialCredit: place.credit === 'partial',
        options: place.options.map(({ id, index }) => ({ id, text: optionAt(item, index).text })),
      },
    ];
  });
}

/** The title that people know a section by; its id, should the ladder no longer have it. */
export function sectionTitle(ladder: Ladder, credential: string, section: string): string {
  const sections = findExamCredential(ladder, credential)?.sections ?? [];
  return sections.find(({ id }) => id === section)?.title ?? section;
}

/** @throws RangeError if the sealed form names an option that the item does not have */
export function optionAt(item: Item, index: number): Item['options'][number] {
  const option = item.options[index];
  if (option === undefined) throw new RangeError(`item ${item.hash} has no option ${index}`);
  return option;
}

/** How an item is answered, without what is right. */
export function viewAnswer({ options }: FormPlace, { answer, hash }: Item): AnswerView {
  switch (answer?.type) {
    case undefined:
    case 'choice':
      return { type: 'choice' };
    case 'position':
      return {
        type: 'position',
        line: answer.highlighted,
        after: options.map(({ index }) => lineAt(answer.after, index, hash)),
      };
    case 'choices':
      return { type: 'choices', pick: answer.pick };
    case 'slots':
      return { type: 'slots', slots: answer.slots };
    case 'order':
      return { type: 'order' };
  }
}

function lineAt(after: readonly number[], index: number, hash: string): number {
  const line = after[index];
  if (line === undefined) throw new RangeError(`item ${hash} does not say where option ${index} puts the line`);
  return line;
}

export function viewSet({ set }: Item): ItemView['set'] {
  return set === undefined ? null : { text: set.text, index: set.index, size: set.size };
}
