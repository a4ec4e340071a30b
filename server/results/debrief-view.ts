import type { DebriefItem } from '@pyladder/contract';
import {
  creditOf,
  type FormPlace,
  findExamCredential,
  type Item,
  isBlank,
  type Ladder,
  type Parting,
  type Response,
} from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import { optionAt, sectionTitle, viewAnswer, viewSet } from '../sittings/item-view.ts';
import { placeKeyOf } from './place-key.ts';

/** Words for one belief; its id stays here. */
type Belief = DebriefItem['options'][number]['beliefs'][number][number];

/** One item of a debrief, options in the order and under the ids that the candidate saw. */
export function viewDebriefItem(
  ladder: Ladder,
  { item, place, position, response }: { item: Item; place: FormPlace; position: number; response: Response | null },
): DebriefItem {
  const key = placeKeyOf(place, item);
  const credit = creditOf(key, response);
  return {
    position,
    section: sectionTitle(ladder, item.credential, place.section),
    objective: objectiveTitle(ladder, item),
    kind: item.kind,
    set: viewSet(item),
    stem: item.stem,
    highlighted: item.highlighted,
    stdin: item.stdin,
    picture: item.picture ?? null,
    answer: viewAnswer(place, item),
    partialCredit: place.credit === 'partial',
    explanation: item.explanation,
    source: item.source,
    provenOn: [...new Set(item.proof.runs.map(({ python }) => python))],
    response: response === null || isBlank(response) ? null : response,
    points: place.credit === 'partial' ? credit : Math.floor(credit + 1e-9),
    options: place.options.map(({ id, index }) => {
      const { text, key: isKey, misconceptions: ways, because, parting } = optionAt(item, index);
      const chosen = isChosen(response, id);
      return { id, text, key: isKey, chosen, beliefs: beliefsOf(ways), because, parting: viewParting(parting) };
    }),
    accepted: 'accepted' in key ? key.accepted.map((ids) => [...ids]) : [],
    ...viewFaults(place, item),
  };
}

function viewParting(parting: Parting | undefined): DebriefItem['options'][number]['parting'] {
  if (parting === undefined) return null;
  const { line, time, python, belief } = parting;
  return { line, time, python, belief };
}

function isChosen(response: Response | null, id: string): boolean {
  if (response?.type === 'choice') return response.option === id;
  return response?.type === 'choices' && response.options.includes(id);
}

function viewFaults({ options }: FormPlace, { answer }: Item): Pick<DebriefItem, 'slotFaults' | 'orderFaults'> {
  const idOf = new Map(options.map(({ id, index }) => [index, id]));
  const idAt = (index: number): string => idOf.get(index) ?? '';
  if (answer?.type === 'slots') {
    const slotFaults = answer.faults.map(({ slot, option, misconceptions: ways, because }) => ({
      slot,
      option: idAt(option),
      beliefs: beliefsOf(ways),
      because,
    }));
    return { slotFaults, orderFaults: [] };
  }
  if (answer?.type !== 'order') return { slotFaults: [], orderFaults: [] };
  const orderFaults = answer.faults.map(({ first, second, because }) => ({
    first: idAt(first),
    second: idAt(second),
    because,
  }));
  return { slotFaults: [], orderFaults };
}

function beliefsOf(ways: readonly string[][]): Belief[][] {
  return ways.map((way) => way.map(beliefOf));
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
