import { Check, X } from 'lucide-react';
import { t } from '../messages/proofs.ts';
import { PrintedText } from '../ui/PrintedText.tsx';
import styles from './OptionList.module.css';

/** Options of a question, the right one marked by sign and word. */
export function OptionList({ options }: { options: readonly { text: string; isKey: boolean }[] }) {
  return (
    <ul className={styles.options}>
      {options.map(({ text, isKey }) => (
        <li key={text} data-key={isKey || undefined}>
          {isKey ? <Check aria-hidden="true" size={18} /> : <X aria-hidden="true" size={18} />}
          <PrintedText text={text} />
          {isKey && <span>{t('question.right')}</span>}
        </li>
      ))}
    </ul>
  );
}
