import type { DebriefItem } from '@pyladder/contract';
import { useId } from 'react';
import { t } from '../messages/exams.ts';
import { CodeBlock } from '../ui/CodeBlock.tsx';
import { PrintedText } from '../ui/PrintedText.tsx';
import { Prose } from '../ui/Prose.tsx';
import { QuestionPicture } from '../ui/QuestionPicture.tsx';
import { isAnswerInProgram } from './DebriefAnswer.tsx';
import styles from './DebriefQuestion.module.css';

/** The question as it was asked: the text it shares with others, stem, program, and what was typed at its keyboard. */
export function DebriefQuestion({ item }: { item: DebriefItem }) {
  const { set, stem, highlighted, stdin, picture } = item;
  const setId = useId();
  return (
    <div className={styles.question}>
      {set !== null && (
        <section className={styles.set} aria-labelledby={setId}>
          <p id={setId}>{t('debrief.set', { number: set.index + 1, size: set.size })}</p>
          <div>
            <Prose text={set.text} />
          </div>
        </section>
      )}
      <h2>
        <Prose text={stem} />
      </h2>
      {highlighted.length > 0 && !isAnswerInProgram(item) && <CodeBlock lines={highlighted} />}
      {picture !== null && <QuestionPicture picture={picture} />}
      {stdin !== '' && (
        <div className={styles.typed}>
          <p>{t('debrief.stdin')}</p>
          <PrintedText text={stdin.replace(/\n$/, '')} />
        </div>
      )}
    </div>
  );
}
