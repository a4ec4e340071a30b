import type { ItemView, SittingView } from '@pyladder/contract';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { PrintedText } from '../../ui/PrintedText.tsx';
import { t } from '../words.ts';
import styles from './Program.module.css';

/** The program of a question, and what is typed while it runs. A real exam's cannot be copied. */
export function Program({ item, purpose }: { item: ItemView; purpose: SittingView['purpose'] }) {
  const isSecret = purpose === 'real';
  return (
    <div
      className={styles.program}
      onCopy={(event) => {
        if (!isSecret) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', t('code.secret'));
      }}
    >
      <CodeBlock lines={item.highlighted} selection={isSecret ? 'forbidden' : 'allowed'} />
      {item.stdin !== '' && (
        <div className={styles.typed}>
          <p>{t('typed')}</p>
          <PrintedText text={item.stdin} />
        </div>
      )}
    </div>
  );
}

/** Characters in the longest line of a program. */
export function longestLine({ highlighted }: Pick<ItemView, 'highlighted'>): number {
  return Math.max(0, ...highlighted.map((line) => line.reduce((length, [text]) => length + text.length, 0)));
}
