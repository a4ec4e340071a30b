import type { DebriefItem } from '@pyladder/contract';
import { type FormPlace, findExamCredential, type Item, type Ladder } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import { optionAt, sectionTitle, shownKind } from '../sittings/item-view.ts';

/** Words for one belief; its id stays here. */
type Belief = DebriefItem['options'][number]['beliefs'][number][number];

/** One item of a debrief, options in the order and under the ids that the candidate saw. `chosen` is an option's id. */
export function viewDebriefItem(
  ladder: Ladder,
  { item, place, position, chosen }: { item: Item; place: FormPlace; position: number; chosen: string | null },
): DebriefItem {
  return {
    position,
    section: sectionTitle(ladder, item.credential, place.section),
    objective: objectiveTitle(ladder, item),
    kind: shownKind(item),
    stem: item.stem,
    highlighted: item.highlighted,
    stdin: item.stdin,
    explanation: item.explanation,
    source: item.source,
    provenOn: [...new Set(item.proof.runs.map(({ python }) => python))],
    options: place.options.map(({ id, index }) => {
      const { text, key, misconceptions: ways, because } = optionAt(item, index);
      return { id, text, key, chosen: id === chosen, beliefs: ways.map((way) => way.map(beliefOf)), because };
    }),
  };
}

/** @throws RangeError if the item names a belief that the catalogue does not have (a gate of the bank forbids that) */
function beliefOf(id: string): Belief {
  const found = misconceptions.get(id);
  if (found === undefined) throw new RangeError(`no misconception ${id}`);
  return { belief: found.belief, correction: found.correction };
}

function objectiveTitle(ladder: Ladder, { credential, section, objective }: Item): string {
  const sections = findExamCredential(ladder, credential)?.sections ?? [];
  const objectives = sections.find(({ id }) => id === section)?.objectives ?? [];
  return objectives.find(({ id }) => id === objective)?.title ?? objective;
}
