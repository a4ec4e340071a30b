import type { ItemView, SittingView } from '@pyladder/contract';
import type { PlaceProgress } from '@pyladder/exam';
import { useId, useRef } from 'react';
import { isMatch } from '../answering/fullness.ts';
import type { Answering } from '../answering/useAnswering.ts';
import { t } from '../words.ts';
import styles from './Answer.module.css';
import { CopyGuard } from './CopyGuard.tsx';
import { Options } from './Options.tsx';
import { OrderLines } from './OrderLines.tsx';
import { Positions } from './Positions.tsx';
import { RoomButton } from './RoomButton.tsx';
import { Slots } from './Slots.tsx';

export type AnswerProps = {
  item: ItemView;
  place: PlaceProgress;
  purpose: SittingView['purpose'];
  isDisabled: boolean;
  showKeys: boolean;
  answering: Answering;
};

const WAYS = { choice: Options, choices: Options, position: Positions, slots: Slots, order: OrderLines };

/** Where a question is answered, whatever its way of answering is: what to do, the doing, and the way back. */
export function Answer(props: AnswerProps) {
  const { item, place, purpose, isDisabled, answering } = props;
  const { answer, partialCredit } = item;
  const Way = WAYS[answer.type];
  const group = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  const hint = hintWords(answer);
  const credit = partialCredit ? creditWords(answer) : null;
  return (
    <CopyGuard purpose={purpose}>
      <fieldset
        ref={group}
        className={styles.answer}
        disabled={isDisabled}
        tabIndex={-1}
        aria-describedby={`${id}-hint ${id}-credit`}
      >
        <legend>{taskWords(answer)}</legend>
        {hint !== null && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
        {credit !== null && (
          <p id={`${id}-credit`} className={styles.hint}>
            {credit}
          </p>
        )}
        <Way {...props} />
        {place.response !== null && (
          <p className={styles.clear}>
            <RoomButton
              look="quiet"
              isDisabled={isDisabled}
              onClick={() => {
                answering.clear();
                // The button goes; the focus stays with the question.
                group.current?.focus();
              }}
            >
              {t('answer.clear')}
            </RoomButton>
          </p>
        )}
      </fieldset>
    </CopyGuard>
  );
}

function taskWords(answer: ItemView['answer']): string {
  switch (answer.type) {
    case 'choices':
      return answer.pick === null ? t('task.all') : t('task.choices', { pick: answer.pick });
    case 'slots':
      return t(isMatch(answer.slots) ? 'task.match' : 'task.gaps', { count: answer.slots.length });
    default:
      return t(`task.${answer.type}`);
  }
}

/** How it is done, where that cannot be seen. */
function hintWords({ type }: ItemView['answer']): string | null {
  return type === 'order' || type === 'slots' ? t(`hint.${type}`) : null;
}

/** How a part of the point is earned; one choice has no parts. */
function creditWords({ type }: ItemView['answer']): string | null {
  return type === 'choice' || type === 'position' ? null : t(`credit.${type}`);
}
