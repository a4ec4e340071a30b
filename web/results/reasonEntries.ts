import type { DebriefItem } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import type { Reason } from './OptionBelief.tsx';
import { describePosition } from './PositionAnswer.tsx';
import { textOf } from './slots.ts';

type Option = DebriefItem['options'][number];

/** Why one wrong way to answer an item is wrong, or a part of the answer. */
export type ReasonEntry = {
  id: string;
  /** Where in the item, in words ("Gap 1"), or null. */
  where: string | null;
  /** What was answered, as it was shown, or null: `where` says it. */
  text: string | null;
  reason: Reason;
};

/** What is to be told of an item: of the answer that was given, and of others that would have been wrong. */
export type ReasonEntries = { own: ReasonEntry[]; others: ReasonEntry[] };

/** Sorts the reasons that an item holds by whether the answer has part in them. */
export function sortReasons(item: DebriefItem): ReasonEntries {
  switch (item.answer.type) {
    case 'choice':
    case 'choices':
      return sortOptions(item, ({ text }) => ({ where: null, text }));
    case 'position':
      return sortOptions(item, ({ id }) => ({ where: describePosition(item, id), text: null }));
    case 'slots':
      return sortSlotFaults(item);
    case 'order':
      return sortOrderFaults(item);
  }
}

/** Wrong options, and of several right ones those that were missed, where it is told why they are right. */
function sortOptions(
  { answer, options, response }: DebriefItem,
  name: (option: Option) => Pick<ReasonEntry, 'where' | 'text'>,
): ReasonEntries {
  const entries = options
    .filter(({ key }) => !key)
    .map((option) => ({ chosen: option.chosen, entry: { id: option.id, ...name(option), reason: option } }));
  if (answer.type !== 'choices' || response === null) return part(entries);
  const missed = options.filter(({ key, chosen, because }) => key && !chosen && because !== null);
  const right = missed.map((option) => ({
    chosen: true,
    entry: { id: option.id, ...name(option), where: t('reasons.missed'), reason: option },
  }));
  return part([...entries, ...right]);
}

function sortSlotFaults(item: DebriefItem): ReasonEntries {
  const { answer, response, slotFaults } = item;
  const given = response?.type === 'slots' ? response.options : [];
  const entries = slotFaults.map(({ slot, option, ...reason }) => {
    const label = answer.type === 'slots' ? (answer.slots[slot] ?? '') : '';
    const where = label === '' ? t('gap.number', { number: slot + 1 }) : label;
    const entry = { id: `${slot} ${option}`, where, text: textOf(item, option), reason };
    return { chosen: given[slot] === option, entry };
  });
  return part(entries);
}

function sortOrderFaults({ response, orderFaults }: DebriefItem): ReasonEntries {
  const given = response?.type === 'order' ? response.options : [];
  const entries = orderFaults.map(({ first, second, because }) => ({
    chosen: given.includes(first) && given.indexOf(second) < given.indexOf(first),
    entry: { id: `${first} ${second}`, where: null, text: null, reason: { beliefs: [], because } },
  }));
  return part(entries);
}

function part(entries: readonly { chosen: boolean; entry: ReasonEntry }[]): ReasonEntries {
  const [own = [], others = []] = [true, false].map((side) =>
    entries.filter(({ chosen }) => chosen === side).map(({ entry }) => entry),
  );
  return { own, others };
}
