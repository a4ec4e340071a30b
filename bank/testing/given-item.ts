import type { Item } from '@pyladder/exam';
import { hashItem } from '../canonical.ts';

/** An item as a build gives it, by hand. */
export function givenItem(fields: Partial<Omit<Item, 'hash'>> = {}): Item {
  const content: Omit<Item, 'hash'> = {
    template: 'pcep.flow-control.given',
    pool: 'practice',
    credential: 'pcep',
    section: 'flow-control',
    objective: 'for-loops',
    kind: 'output',
    stem: 'What does this program print?',
    code: 'print(1)\n',
    highlighted: [
      [
        ['print', 'name'],
        ['(', 'plain'],
        ['1', 'number'],
        [')', 'plain'],
      ],
    ],
    stdin: '',
    options: [
      { text: '0', key: false, misconceptions: [['len-is-last-index']], because: null },
      { text: '1', key: true, misconceptions: [], because: null },
      {
        text: '2',
        key: false,
        misconceptions: [['range-stop-inclusive'], ['range-starts-at-one', 'slice-from-one']],
        because: null,
      },
      { text: '3', key: false, misconceptions: [], because: 'Three is not one.' },
    ],
    difficulty: 0.7,
    python: null,
    needs: [],
    explanation: 'The number in the call is printed.',
    source: null,
    license: 'CC-BY-SA-4.0',
    proof: { runs: [{ python: '3.14', hashSeed: 0 }], stdout: '1\n' },
    ...fields,
  };
  return { hash: hashItem(content), ...content };
}
