import type { DebriefItem } from '@pyladder/contract';
import { Check, X } from 'lucide-react';
import { t } from '../messages/exams.ts';
import { PrintedText } from '../ui/PrintedText.tsx';
import styles from './DebriefOptions.module.css';

type Option = DebriefItem['options'][number];
type Part = 'key-mine' | 'key' | 'mine' | 'other';

/** The options in the order they were shown, each with what it was: yours, Python's, or neither. */
export function DebriefOptions({ options }: { options: readonly Option[] }) {
  return (
    <ul className={styles.options}>
      {options.map((option) => {
        const part = partOf(option);
        return (
          <li key={option.id} data-part={part}>
            <PrintedText text={option.text} />
            {part !== 'other' && (
              <span className={styles.mark}>
                {part === 'mine' ? (
                  <X aria-hidden="true" size={18} strokeWidth={2.5} />
                ) : (
                  <Check aria-hidden="true" size={18} strokeWidth={2.5} />
                )}
                {t(`option.${part}`)}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function partOf({ key, chosen }: Option): Part {
  if (key) return chosen ? 'key-mine' : 'key';
  return chosen ? 'mine' : 'other';
}
