import type { DebriefItem } from '@pyladder/contract';
import { t } from '../messages/exams.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { PrintedText } from '../ui/PrintedText.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './DebriefQuestion.module.css';

/** The question as it was asked: stem, program, and what was typed at its keyboard. */
export function DebriefQuestion({ item: { stem, highlighted, stdin } }: { item: DebriefItem }) {
  return (
    <div className={styles.question}>
      <h2>
        <Prose text={stem} />
      </h2>
      {highlighted.length > 0 && <CodeBlock lines={highlighted} />}
      {stdin !== '' && (
        <div className={styles.typed}>
          <p>{t('debrief.stdin')}</p>
          <PrintedText text={stdin.replace(/\n$/, '')} />
        </div>
      )}
    </div>
  );
}
