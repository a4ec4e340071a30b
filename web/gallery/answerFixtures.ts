import type { ItemView } from '@pyladder/contract';
import { program } from './fixtures.ts';

/** One question for each way of answering, to show and to test with. */

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

/** The id of the `index`-th option, from 0. */
export function optionOf(index: number): string {
  return `option-${LETTERS[index]}`;
}

function questionWith(options: readonly string[], changes: Partial<ItemView>): ItemView {
  return {
    position: 0,
    section: 'Data collections',
    kind: 'output',
    set: null,
    stem: 'What does this program print?',
    highlighted: [],
    stdin: '',
    answer: { type: 'choice' },
    picture: null,
    partialCredit: true,
    options: options.map((text, index) => ({ id: optionOf(index), text })),
    ...changes,
  };
}

export const choiceQuestion = questionWith(['Mon\nTue', 'Tue\nWed', 'Wed', ''], {
  highlighted: program,
  stdin: '3\n4',
  partialCredit: false,
});

export const pickTwoQuestion = questionWith(['`list`', '`tuple`', '`str`', '`dict`', '`set`'], {
  kind: 'select-many',
  stem: 'Which two of these types are immutable?',
  answer: { type: 'choices', pick: 2 },
});

export const pickAllQuestion = questionWith(
  [
    'A `for` loop may have an `else` branch, which runs unless the loop was left by `break`.',
    '`range(5)` holds the number 5.',
    'A function without `return` gives back `None`.',
    'Names that are assigned in a function are global unless the function says otherwise, as many people who come from other languages expect.',
  ],
  { kind: 'concept', stem: 'Which of these statements hold in Python?', answer: { type: 'choices', pick: null } },
);

const sum: ItemView['highlighted'] = [
  [
    ['prices = [', 'plain'],
    ['3', 'number'],
    [', ', 'plain'],
    ['4', 'number'],
    [', ', 'plain'],
    ['5', 'number'],
    [']', 'plain'],
  ],
  [
    ['total = ', 'plain'],
    ['0', 'number'],
  ],
  [
    ['for', 'keyword'],
    [' price ', 'plain'],
    ['in', 'keyword'],
    [' prices:', 'plain'],
  ],
  [
    ['    ', 'plain'],
    ['if', 'keyword'],
    [' price > ', 'plain'],
    ['3', 'number'],
    [':', 'plain'],
  ],
  [
    ['        ', 'plain'],
    ['print', 'name'],
    ['(price)', 'plain'],
  ],
  [
    ['print', 'name'],
    ['(total)', 'plain'],
  ],
];

/** Its places are mixed, as a sitting mixes them: option C is the right one. */
export const positionQuestion = questionWith(['', '', '', '', ''], {
  kind: 'insert',
  stem: 'Where does the line belong, so that the program ends with the sum of all prices?',
  highlighted: sum,
  answer: {
    type: 'position',
    line: [
      ['    total += price  ', 'plain'],
      ['# one more', 'comment'],
    ],
    after: [1, 6, 3, 2, 0],
  },
});

export const gapQuestion = questionWith(['0', '+=', 'numbers', 'range(numbers)', '=', 'None'], {
  kind: 'gap',
  stem: 'Fill the gaps, so that the function gives back the mean of its numbers.',
  highlighted: [
    [
      ['def', 'keyword'],
      [' ', 'plain'],
      ['mean', 'name'],
      ['(numbers):', 'plain'],
    ],
    [
      ['    total = ', 'plain'],
      ['⟨1⟩', 'gap'],
    ],
    [
      ['    ', 'plain'],
      ['for', 'keyword'],
      [' number ', 'plain'],
      ['in', 'keyword'],
      [' ', 'plain'],
      ['⟨2⟩', 'gap'],
      [':', 'plain'],
    ],
    [
      ['        total ', 'plain'],
      ['⟨3⟩', 'gap'],
      [' number', 'plain'],
    ],
    [
      ['    ', 'plain'],
      ['return', 'keyword'],
      [' total / ', 'plain'],
      ['len', 'name'],
      ['(numbers)', 'plain'],
    ],
  ],
  answer: { type: 'slots', slots: ['', '', ''] },
});

export const matchQuestion = questionWith(['list', 'tuple', 'set', 'dict', 'str'], {
  kind: 'match',
  stem: 'Which type does each of these expressions have?',
  answer: { type: 'slots', slots: ['`[1, 2]`', '`(1, 2)`', '`{1, 2}`', '`{1: 2}`'] },
});

export const longMatchQuestion = questionWith(
  [
    'It ends the loop that stands nearest around it, and its `else` branch is not run.',
    'It goes on with the next round of the loop.',
    'It does nothing at all, and stands where a statement is needed.',
  ],
  {
    kind: 'match',
    stem: 'What does each of these statements do inside a loop?',
    answer: {
      type: 'slots',
      slots: ['`break`', '`continue`', '`pass`, in the body of an `if` that stands in the loop'],
    },
  },
);

export const orderQuestion = questionWith(
  ['    total += number', 'print(total)', 'total = 0', 'numbers = [3, 4, 5]', 'for number in numbers:'],
  {
    kind: 'order',
    stem: 'Put the lines in order, so that the program prints 12.',
    answer: { type: 'order' },
  },
);

export const wideOrderQuestion = questionWith(
  [
    '    print(f"{name:<12}{price * count:>10.2f}  # {count} at {price:.2f} each, with a long remark behind it")',
    'for name, (price, count) in sorted(basket.items(), key=lambda pair: pair[1][0] * pair[1][1]):',
    'basket = {"apples": (0.35, 6), "bread": (2.80, 1), "olive oil": (7.95, 1), "tomatoes": (0.60, 8)}',
  ],
  { kind: 'order', stem: 'Put the lines in order.', answer: { type: 'order' } },
);

export const scenarioQuestion = questionWith(['60', '61', 'It raises a TypeError.', 'It raises an IndexError.'], {
  kind: 'scenario',
  stem: 'What does `minutes("1:01")` give back?',
  partialCredit: false,
  highlighted: [
    [
      ['def', 'keyword'],
      [' ', 'plain'],
      ['minutes', 'name'],
      ['(text):', 'plain'],
    ],
    [
      ['    hours, rest = text.split(', 'plain'],
      ['":"', 'string'],
      [')', 'plain'],
    ],
    [
      ['    ', 'plain'],
      ['return', 'keyword'],
      [' ', 'plain'],
      ['int', 'name'],
      ['(hours) * ', 'plain'],
      ['60', 'number'],
      [' + ', 'plain'],
      ['int', 'name'],
      ['(rest)', 'plain'],
    ],
  ],
  set: {
    text: 'A sports club keeps the times of its runners as text, such as `"1:07"` for one hour and seven minutes.\n\nThe function `minutes` is to turn such a text into a number of minutes. It has been in use for a year; nobody has tested it with times of a day or more, or with an empty text.',
    index: 1,
    size: 3,
  },
});
