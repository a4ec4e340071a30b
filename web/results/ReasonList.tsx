import type { DebriefItem } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { Prose } from '../ui/Prose.tsx';
import { OptionText } from './DebriefOptions.tsx';
import { OptionBelief } from './OptionBelief.tsx';
import styles from './Reasons.module.css';
import type { ReasonEntry } from './reasonEntries.ts';

export type ReasonListProps = { item: DebriefItem; entries: readonly ReasonEntry[]; voice: 'you' | 'somebody' };

/** Wrong answers, or parts of one, each with where it comes from. */
export function ReasonList({ item, entries, voice }: ReasonListProps) {
  return (
    <ul className={styles.others} data-voice={voice}>
      {entries.map(({ id, where, text, reason }) => (
        <li key={id}>
          {(where !== null || text !== null) && (
            <div className={styles.about}>
              {where !== null && (
                <p>
                  <Prose text={text === null ? where : t('reasons.about', { where })} />
                </p>
              )}
              {text !== null && <OptionText item={item} text={text} />}
            </div>
          )}
          <OptionBelief option={reason} voice={voice} />
        </li>
      ))}
    </ul>
  );
}
