import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../ui/clipboard.ts';
import styles from './Reference.module.css';
import { t } from './words.ts';

export type ReferenceProps = {
  /** What is copied and shown, letter for letter. */
  text: string;
  /** What it is, for those who only hear the button: "candidate id". */
  what: string;
};

type Outcome = 'not-yet' | 'copied' | 'refused';

/** An id or an instant as machines write it, with a way to copy it. */
export function Reference({ text, what }: ReferenceProps) {
  const [outcome, setOutcome] = useState<Outcome>('not-yet');
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'refused');
  return (
    <span className={styles.reference}>
      <code>{text}</code>
      <button type="button" onClick={() => void copy()} aria-label={t('copy.button', { what })}>
        {outcome === 'copied' ? <Check aria-hidden="true" size={16} /> : <Copy aria-hidden="true" size={16} />}
      </button>
      <span role="status" className={styles.outcome}>
        {outcome !== 'not-yet' && t(`copy.${outcome}`)}
      </span>
    </span>
  );
}
