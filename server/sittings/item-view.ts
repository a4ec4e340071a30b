import type { ItemView } from '@pyladder/contract';
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
        kind: shownKind(item),
        stem: item.stem,
        highlighted: item.highlighted,
        stdin: item.stdin,
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

/** Kinds that the room can show today. */
export function shownKind({ kind, hash }: Item): ItemView['kind'] {
  if (kind !== 'output') throw new RangeError(`item ${hash} is of the kind ${kind}, which no room shows yet`);
  return kind;
}
