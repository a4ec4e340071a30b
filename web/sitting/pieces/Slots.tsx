import { useId } from 'react';
import { areSentences } from '../../ui/optionWords.ts';
import { Prose } from '../../ui/Prose.tsx';
import { fillSlot, slotsIn } from '../answering/choosing.ts';
import { fullnessOf, isMatch } from '../answering/fullness.ts';
import { fullWords } from '../answering/useAnswering.ts';
import { t } from '../words.ts';
import type { AnswerProps } from './Answer.tsx';
import { onOneLine } from './OptionText.tsx';
import styles from './Slots.module.css';
import { WordBank } from './WordBank.tsx';

/** Gaps to fill or things to match: a list of the browser for each, and words that can be dragged besides. */
export function Slots(props: AnswerProps) {
  const { item, place, answering } = props;
  const labels = item.answer.type === 'slots' ? item.answer.slots : [];
  const words = slotsIn(item, place.response);
  const fullness = fullnessOf(item, place.response);
  const id = useId();
  return (
    <div className={styles.slots} data-layout={layoutOf(item, labels)} data-speaks={areSentences(item) || undefined}>
      <WordBank {...props} />
      <ul className={styles.rows}>
        {labels.map((label, slot) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is its place; slots never move
          <li key={slot} className={styles.row} data-slot={slot} data-filled={words[slot] !== null || undefined}>
            <label htmlFor={`${id}-${slot}`}>
              {label === '' ? t('slots.gap', { number: slot + 1 }) : <Prose text={label} />}
            </label>
            <select
              id={`${id}-${slot}`}
              value={words[slot] ?? ''}
              onChange={({ target }) =>
                answering.respond(fillSlot(words, slot, target.value === '' ? null : target.value))
              }
            >
              <option value="">{t('slots.empty')}</option>
              {item.options.map((option) => (
                <option key={option.id} value={option.id}>
                  {onOneLine({ item, text: option.text })}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {fullness !== null && (
        <p className={styles.count} data-full={answering.isFull || undefined}>
          {answering.isFull ? fullWords(item) : t(`full.${fullness.what}`, fullness)}
        </p>
      )}
    </div>
  );
}

/** Characters of an option beyond which a list would show half of it beside a label. */
const LONG = 16;

function layoutOf({ options }: AnswerProps['item'], labels: readonly string[]): 'gaps' | 'beside' | 'below' {
  if (!isMatch(labels)) return 'gaps';
  return options.some(({ text }) => text.length > LONG) ? 'below' : 'beside';
}
