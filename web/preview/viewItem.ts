import type { AnswerView, DebriefItem } from '@pyladder/contract';
import type { Item } from '@pyladder/exam';
import type { Preview } from './preview.ts';

/** What is told of an item besides itself. */
export type Surroundings = Pick<Preview, 'template' | 'beliefs'> & { position: number };

/** An item as a sitting and its debrief would show it, unanswered. Options keep the order that they have in the bank. */
export function viewItem(item: Item, { template, beliefs, position }: Surroundings): DebriefItem {
  const wordsOf = (ways: readonly string[][]) =>
    ways.map((way) => way.map((id) => beliefs[id] ?? { belief: id, correction: '' }));
  const { answer } = item;
  const idsOf = (indexes: readonly number[]) => indexes.map(idOf);
  const isMultiple = answer?.type === 'choices' || answer?.type === 'slots' || answer?.type === 'order';
  const usable = answer?.type === 'slots' || answer?.type === 'order' ? new Set(answer.accepted.flat()) : null;
  return {
    position,
    section: template?.section ?? item.section,
    objective: template?.objective ?? item.objective,
    kind: item.kind,
    set: item.set ?? null,
    stem: item.stem,
    highlighted: item.highlighted,
    stdin: item.stdin,
    picture: item.picture ?? null,
    answer: viewAnswer(item),
    partialCredit: isMultiple && template?.partialCredit === true,
    explanation: item.explanation,
    source: item.source,
    provenOn: [...new Set(item.proof.runs.map(({ python }) => python))],
    response: null,
    points: 0,
    options: orderOptions(item).map((index) => {
      const option = item.options[index];
      if (option === undefined) throw new RangeError(`item ${item.hash} has no option ${index}`);
      return {
        id: idOf(index),
        text: option.text,
        key: usable?.has(index) ?? option.key,
        chosen: false,
        beliefs: wordsOf(option.misconceptions),
        because: option.because,
        parting: option.parting ?? null,
      };
    }),
    accepted: answer?.type === 'slots' || answer?.type === 'order' ? answer.accepted.map(idsOf) : [],
    slotFaults:
      answer?.type === 'slots'
        ? answer.faults.map(({ slot, option, misconceptions, because }) => ({
            slot,
            option: idOf(option),
            beliefs: wordsOf(misconceptions),
            because,
          }))
        : [],
    orderFaults:
      answer?.type === 'order'
        ? answer.faults.map(({ first, second, because }) => ({ first: idOf(first), second: idOf(second), because }))
        : [],
  };
}

function idOf(index: number): string {
  return `option-${index}`;
}

/** Lines do not come in an order that is right, as in a sitting. */
function orderOptions({ options, answer }: Item): number[] {
  const indexes = options.map((_, index) => index);
  const isGivenAway =
    answer?.type === 'order' && answer.accepted.some((order) => order.every((index, at) => indexes[at] === index));
  return isGivenAway ? indexes.toReversed() : indexes;
}

function viewAnswer({ answer }: Item): AnswerView {
  switch (answer?.type) {
    case undefined:
    case 'choice':
      return { type: 'choice' };
    case 'position':
      return { type: 'position', line: answer.highlighted, after: answer.after };
    case 'choices':
      return { type: 'choices', pick: answer.pick };
    case 'slots':
      return { type: 'slots', slots: answer.slots };
    case 'order':
      return { type: 'order' };
  }
}
