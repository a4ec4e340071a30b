import type { DebriefItem } from '@pyladder/contract';
import { withResponse } from '../results/itemKey.ts';
import { debriefItemWith } from './fixtures.ts';

/** Debriefed items of every way of answering, made up but well formed, to show and to test with. */

type Option = DebriefItem['options'][number];

/** Ids of options as a sitting has them, by the names that they have here. */
export const idOf = (name: string): string => `option-${name}`;
export const idsOf = (...names: string[]): string[] => names.map(idOf);

const optionOf = (name: string, text: string, changes: Partial<Option> = {}): Option => ({
  id: idOf(name),
  text,
  key: false,
  chosen: false,
  beliefs: [],
  because: null,
  parting: null,
  ...changes,
});

const copies = {
  belief: 'a second name for a list is a second list',
  correction: 'An assignment gives another name to the same list; only a copy is another one.',
};
const sorted = {
  belief: '`sort()` gives a sorted list back',
  correction: '`sort()` changes the list in place and gives back `None`.',
};

/** Two of five statements hold: `a` and `c`. */
export const choicesItem = debriefItemWith(null, {
  kind: 'select-many',
  stem: 'Which two of these expressions are true?',
  highlighted: [[['names = ["Ada", "Grace"]', 'plain']], [['others = names', 'plain']]],
  answer: { type: 'choices', pick: 2 },
  partialCredit: true,
  explanation: '`others` is a second name for the one list, so both are the same object and of the same length.',
  options: [
    optionOf('a', 'names is others', { key: true }),
    optionOf('b', 'names is not others', { beliefs: [[copies]] }),
    optionOf('c', 'len(others) == 2', { key: true }),
    optionOf('d', 'names.sort() == others', { beliefs: [[sorted]] }),
    optionOf('e', '"ada" in names', { because: 'Capital and small letters are different letters.' }),
  ],
});

/** The line belongs after line 3. */
export const positionItem = debriefItemWith(null, {
  kind: 'insert',
  stem: 'Where does the line belong, so that the program prints 6?',
  highlighted: [
    [
      ['total = ', 'plain'],
      ['0', 'number'],
    ],
    [
      ['for', 'keyword'],
      [' number ', 'plain'],
      ['in', 'keyword'],
      [' [', 'plain'],
      ['1, 2, 3', 'number'],
      [']:', 'plain'],
    ],
    [['    doubled = number + number', 'plain']],
    [
      ['print', 'name'],
      ['(total)', 'plain'],
    ],
  ],
  answer: { type: 'position', line: [['    total += doubled // 2', 'plain']], after: [0, 2, 3, 4] },
  explanation: 'The line needs `doubled`, and it has to run once for each number.',
  options: [
    optionOf('p0', '', { because: 'The program would begin with an indented line, which Python refuses to read.' }),
    optionOf('p2', '', {
      beliefs: [
        [
          {
            belief: 'a name may be used before it is given a value',
            correction: 'Python reads from top to bottom; a name has to be there first.',
          },
        ],
      ],
    }),
    optionOf('p3', '', { key: true }),
    optionOf('p4', '', { because: 'Nothing may be indented after a line that opens no block.' }),
  ],
});

/** A program with two gaps; `>` and `-=` fill them, or `!=` and `-=`. */
export const gapItem = debriefItemWith(null, {
  kind: 'gap',
  stem: 'Fill the gaps, so that the program counts down from 3 to 1.',
  highlighted: [
    [
      ['left = ', 'plain'],
      ['3', 'number'],
    ],
    [
      ['while', 'keyword'],
      [' left ', 'plain'],
      ['⟨1⟩', 'gap'],
      [' 0', 'number'],
      [':', 'plain'],
    ],
    [
      ['    print', 'name'],
      ['(left)', 'plain'],
    ],
    [
      ['    left ', 'plain'],
      ['⟨2⟩', 'gap'],
      [' 1', 'number'],
    ],
  ],
  answer: { type: 'slots', slots: ['', ''] },
  partialCredit: true,
  explanation: 'The loop goes on as long as something is left, and each turn takes one away.',
  options: [
    optionOf('gt', '>', { key: true }),
    optionOf('ge', '>='),
    optionOf('ne', '!=', { key: true }),
    optionOf('minus', '-=', { key: true }),
    optionOf('becomes', '=-'),
  ],
  accepted: [idsOf('gt', 'minus'), idsOf('ne', 'minus')],
  slotFaults: [
    {
      slot: 0,
      option: idOf('ge'),
      beliefs: [
        [
          {
            belief: 'a loop stops before its condition fails',
            correction: 'It runs as long as the condition holds, so with `>=` for 0 as well.',
          },
        ],
      ],
      because: null,
    },
    {
      slot: 1,
      option: idOf('becomes'),
      beliefs: [
        [{ belief: '`=-` is another way to write `-=`', correction: '`left =- 1` gives `left` the value -1.' }],
      ],
      because: null,
    },
    { slot: 1, option: idOf('gt'), beliefs: [], because: 'A comparison changes nothing, so the loop never ends.' },
  ],
});

/** Three expressions and their types. */
export const matchItem = debriefItemWith(null, {
  kind: 'match',
  stem: 'Which type does each of these expressions have?',
  highlighted: [],
  answer: { type: 'slots', slots: ['`7 / 7`', '`7 // 7`', '`"7" * 7`'] },
  partialCredit: true,
  explanation: '`/` always gives a float, `//` of two integers an integer, and a text taken so many times is a text.',
  options: [
    optionOf('int', 'int', { key: true }),
    optionOf('float', 'float', { key: true }),
    optionOf('str', 'str', { key: true }),
    optionOf('list', 'list'),
  ],
  accepted: [idsOf('float', 'int', 'str')],
  slotFaults: [
    {
      slot: 0,
      option: idOf('int'),
      beliefs: [
        [{ belief: '`/` gives a whole number where it comes out even', correction: '`/` gives a float, always.' }],
      ],
      because: null,
    },
    { slot: 2, option: idOf('list'), beliefs: [], because: 'A text times a number is a longer text, no list.' },
  ],
});

/** Four lines; the first two may change places. */
export const orderItem = debriefItemWith(null, {
  kind: 'order',
  stem: 'Put the lines in order, so that the program prints 7.',
  highlighted: [],
  answer: { type: 'order' },
  partialCredit: true,
  explanation: 'Both numbers have to be there before they are added, and the sum before it is printed.',
  options: [
    optionOf('print', 'print(total)', { key: true }),
    optionOf('width', 'width = 3', { key: true }),
    optionOf('total', 'total = width + height', { key: true }),
    optionOf('height', 'height = 4', { key: true }),
  ],
  accepted: [idsOf('width', 'height', 'total', 'print'), idsOf('height', 'width', 'total', 'print')],
  orderFaults: [
    {
      first: idOf('total'),
      second: idOf('print'),
      because: '`total` would be printed before it has a value: NameError.',
    },
    {
      first: idOf('width'),
      second: idOf('total'),
      because: '`width` would be added before it has a value: NameError.',
    },
    {
      first: idOf('height'),
      second: idOf('total'),
      because: '`height` would be added before it has a value: NameError.',
    },
  ],
});

/** One of three questions on a shared text. */
export const scenarioItem = debriefItemWith('B', {
  kind: 'scenario',
  set: {
    text: 'A shop writes down what it sells in a list of names.\nThe week’s names are in `week`, and the first day is a holiday.',
    index: 1,
    size: 3,
  },
});

/** Every way of answering: right, right in part or wrong, and left out. */
export const debriefSamples: readonly DebriefItem[] = [
  withResponse(choicesItem, { type: 'choices', options: idsOf('a', 'c') }),
  withResponse(choicesItem, { type: 'choices', options: idsOf('a', 'd') }),
  withResponse({ ...choicesItem, partialCredit: false }, { type: 'choices', options: idsOf('a') }),
  choicesItem,
  withResponse(positionItem, { type: 'choice', option: idOf('p3') }),
  withResponse(positionItem, { type: 'choice', option: idOf('p2') }),
  positionItem,
  withResponse(gapItem, { type: 'slots', options: idsOf('ne', 'minus') }),
  withResponse(gapItem, { type: 'slots', options: idsOf('ge', 'minus') }),
  withResponse(gapItem, { type: 'slots', options: [null, idOf('becomes')] }),
  gapItem,
  withResponse(matchItem, { type: 'slots', options: idsOf('float', 'int', 'str') }),
  withResponse(matchItem, { type: 'slots', options: [...idsOf('int', 'int'), null] }),
  matchItem,
  withResponse(orderItem, { type: 'order', options: idsOf('height', 'width', 'total', 'print') }),
  withResponse(orderItem, { type: 'order', options: idsOf('width', 'total', 'height', 'print') }),
  withResponse(orderItem, { type: 'order', options: idsOf('print', 'total', 'height', 'width') }),
  orderItem,
  scenarioItem,
].map((item, position) => ({ ...item, position }));
