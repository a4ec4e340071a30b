import type { ItemView } from '@pyladder/contract';
import type { PlaceProgress } from '@pyladder/exam';
import { t } from '../words.ts';
import styles from './Options.module.css';
import { KeyHint, RoomButton } from './RoomButton.tsx';

export type OptionsProps = {
  item: ItemView;
  place: PlaceProgress;
  isDisabled: boolean;
  showKeys: boolean;
  choose: (option: string | null) => void;
  strike: (option: string, on: boolean) => void;
};

/** The options of one question: choose one, strike out what cannot be. */
export function Options({ item, place, isDisabled, showKeys, choose, strike }: OptionsProps) {
  const chosen = place.response?.type === 'choice' ? place.response.option : null;
  return (
    <div className={styles.column}>
      <fieldset className={styles.options} disabled={isDisabled}>
        <legend>{t('options.legend')}</legend>
        {item.options.map((option, index) => {
          const isChosen = chosen === option.id;
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
                  type="radio"
                  name={`item-${item.position}`}
                  value={option.id}
                  checked={isChosen}
                  onChange={() => choose(option.id)}
                />
                <OptionText text={option.text} />
                {isStruck && <span className="for-screen-readers">{t('options.struck')}</span>}
                {showKeys && index < 9 && <KeyHint>{String(index + 1)}</KeyHint>}
              </label>
              <button
                type="button"
                className={styles.strike}
                aria-label={t(isStruck ? 'options.unstrike' : 'options.strike', { number: index + 1 })}
                title={t(isStruck ? 'options.unstrike' : 'options.strike', { number: index + 1 })}
                // What is chosen cannot be out at the same time.
                disabled={isDisabled || isChosen}
                onClick={() => strike(option.id, !isStruck)}
              >
                <StrikeMark isStruck={isStruck} />
              </button>
            </div>
          );
        })}
      </fieldset>
      {chosen !== null && (
        <p className={styles.clear}>
          <RoomButton look="quiet" isDisabled={isDisabled} onClick={() => choose(null)}>
            {t('options.clear')}
          </RoomButton>
        </p>
      )}
    </div>
  );
}

/** What a program prints, space for space; printing nothing is said in words. */
function OptionText({ text }: { text: string }) {
  return text === '' ? (
    <em className={styles.nothing}>{t('options.nothing')}</em>
  ) : (
    <span className={styles.text}>{text}</span>
  );
}

/** Letters with a line through them, or the way back. */
function StrikeMark({ isStruck }: { isStruck: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      {isStruck ? (
        <path d="M4 10h10a5 5 0 0 1 0 10H9M8 6l-4 4 4 4" />
      ) : (
        <path d="M4 12h16M16 6.5C15.3 5 13.8 4 12 4 9.5 4 7.8 5.5 7.8 7.5 7.8 9.5 9.2 10.8 12 12M7.500 17c.7 1.800 2.300 3 4.500 3 2.600 0 4.300-1.500 4.300-3.500" />
      )}
    </svg>
  );
}
