import { useId } from 'react';
import { optionsIn } from '../answering/choosing.ts';
import { fullWords } from '../answering/useAnswering.ts';
import { t } from '../words.ts';
import type { AnswerProps } from './Answer.tsx';
import styles from './Options.module.css';
import { OptionText } from './OptionText.tsx';
import { KeyHint } from './RoomButton.tsx';
import { StrikeButton } from './StrikeButton.tsx';

/** The options of a question: choose one or several, strike out what cannot be. */
export function Options({ item, place, isDisabled, showKeys, answering }: AnswerProps) {
  const { choose, strike, isFull } = answering;
  const name = useId();
  const chosen = optionsIn(place.response);
  const pick = item.answer.type === 'choices' ? item.answer.pick : null;
  return (
    <>
      <div className={styles.options}>
        {item.options.map((option, index) => {
          const isChosen = chosen.includes(option.id);
          const isStruck = place.struck.includes(option.id);
          return (
            <div
              key={option.id}
              className={styles.option}
              data-chosen={isChosen || undefined}
              data-struck={isStruck || undefined}
            >
              <label className={styles.choice}>
                <input
                  type={item.answer.type === 'choices' ? 'checkbox' : 'radio'}
                  name={name}
                  value={option.id}
                  checked={isChosen}
                  onChange={() => choose(option.id)}
                />
                <OptionText item={item} text={option.text} />
                {isStruck && <span className="for-screen-readers">{t('options.struck')}</span>}
                {showKeys && index < 9 && <KeyHint>{String(index + 1)}</KeyHint>}
              </label>
              <StrikeButton
                number={index + 1}
                isStruck={isStruck}
                // What is chosen cannot be out at the same time.
                isDisabled={isDisabled || isChosen}
                toggle={() => strike(option.id, !isStruck)}
              />
            </div>
          );
        })}
      </div>
      {pick !== null && (
        <p className={styles.count} data-full={isFull || undefined}>
          {isFull ? fullWords(item) : t('choices.count', { count: chosen.length, pick })}
        </p>
      )}
    </>
  );
}
