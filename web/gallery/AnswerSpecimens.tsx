import type { ItemView } from '@pyladder/contract';
import type { Response } from '@pyladder/exam';
import { AnswerSpecimen, type AnswerSpecimenProps } from './AnswerSpecimen.tsx';
import {
  choiceQuestion,
  gapQuestion,
  longMatchQuestion,
  matchQuestion,
  optionOf,
  orderQuestion,
  pickAllQuestion,
  pickTwoQuestion,
  positionQuestion,
  scenarioQuestion,
  wideOrderQuestion,
} from './answerFixtures.ts';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

type State = Omit<AnswerSpecimenProps, 'caption'> & {
  state: 'open' | 'answered' | 'half' | 'struck' | 'disabled' | 'long';
};

const chosen: Response = { type: 'choice', option: optionOf(2) };
const chosenMany = (...indexes: number[]): Response => ({ type: 'choices', options: indexes.map(optionOf) });
const filled = (...indexes: (number | null)[]): Response => ({
  type: 'slots',
  options: indexes.map((index) => (index === null ? null : optionOf(index))),
});
const ordered: Response = { type: 'order', options: [3, 2, 4, 0, 1].map(optionOf) };

/** The states of a question: not answered, answered, and while an examiner has stopped the clock. */
function statesOf(item: ItemView, response: Response): State[] {
  return [
    { state: 'open', item },
    { state: 'answered', item, response },
    { state: 'disabled', item, response, isDisabled: true },
  ];
}

const WAYS: [way: 'choice' | 'choices' | 'position' | 'gaps' | 'match' | 'order' | 'set', states: State[]][] = [
  [
    'choice',
    [
      ...statesOf(choiceQuestion, chosen),
      { state: 'struck', item: choiceQuestion, response: chosen, struck: [optionOf(0)] },
    ],
  ],
  [
    'choices',
    [
      ...statesOf(pickTwoQuestion, chosenMany(1, 2)),
      { state: 'half', item: pickTwoQuestion, response: chosenMany(1), struck: [optionOf(0)] },
      { state: 'long', item: pickAllQuestion, response: chosenMany(0, 2) },
    ],
  ],
  ['position', statesOf(positionQuestion, chosen)],
  [
    'gaps',
    [...statesOf(gapQuestion, filled(0, 2, 1)), { state: 'half', item: gapQuestion, response: filled(0, null, 1) }],
  ],
  [
    'match',
    [
      ...statesOf(matchQuestion, filled(0, 1, 2, 3)),
      { state: 'half', item: matchQuestion, response: filled(0, null, null, 3) },
      { state: 'long', item: longMatchQuestion, response: filled(0, null, 2) },
    ],
  ],
  ['order', [...statesOf(orderQuestion, ordered), { state: 'long', item: wideOrderQuestion }]],
  ['set', [{ state: 'open', item: scenarioQuestion, purpose: 'real' }]],
];

/** Every way of answering in every state, to be tried out with the pointer and by keyboard. */
export function AnswerSpecimens() {
  return WAYS.map(([way, states]) => (
    <Specimen key={way} title={t(`way.${way}`)}>
      {states.map(({ state, ...specimen }) => (
        <AnswerSpecimen key={state} caption={t(`state.${state}`)} {...specimen} />
      ))}
    </Specimen>
  ));
}
