import type { ItemAnswer, ItemOption } from '@pyladder/exam';
import { showOutput } from './output-words.ts';

/** What of an item its options alone do not say: which fillings or orders are right, where the line goes, what wrong parts do. */
export type Answered = { options: readonly ItemOption[]; answer?: ItemAnswer };

/** A paragraph for authors: a statement, and what is to be said of it. */
export type AnswerLine = { words: string; notes: string[] };

/** Right answers listed by their texts; more of them are counted. */
const mostListed = 6;

/** What is right, then what is wrong and why; nothing for a choice. */
export function tellAnswer({ options, answer }: Answered): { right: AnswerLine[]; wrong: AnswerLine[] } {
  const text = (index: number) => showOutput(options[index]?.text ?? '').trim();
  switch (answer?.type) {
    case undefined:
    case 'choice':
      return { right: [], wrong: [] };
    case 'position':
      return { right: [{ words: `the line to put in: ${showOutput(answer.line)}`, notes: [] }], wrong: [] };
    case 'choices': {
      const words = answer.pick === null ? 'all that apply' : `${answer.pick} to be chosen`;
      return { right: [{ words, notes: [] }], wrong: [] };
    }
    case 'slots': {
      const name = (slot: number) => answer.slots[slot] || `⟨${slot + 1}⟩`;
      return {
        right: list(answer.accepted, (filling) =>
          filling.map((index, slot) => `${showOutput(name(slot))} ← ${text(index)}`).join('   '),
        ),
        wrong: answer.faults.map(({ slot, option, because, misconceptions }) => ({
          words: `${showOutput(name(slot))} ← ${text(option)}`,
          notes: [...(because === null ? [] : [because]), ...misconceptions.map((set) => `from ${set.join(' + ')}`)],
        })),
      };
    }
    case 'order':
      return {
        right: list(answer.accepted, (order) => order.map(text).join('  →  ')),
        wrong: answer.faults.map(({ because }) => ({ words: because, notes: [] })),
      };
  }
}

function list(accepted: readonly number[][], say: (one: readonly number[]) => string): AnswerLine[] {
  const more = accepted.length - mostListed;
  const lines = accepted.slice(0, mostListed).map((one) => ({ words: say(one), notes: [] }));
  return more > 0 ? [...lines, { words: `and ${more} more`, notes: [] }] : lines;
}
