import type { ItemView, SittingView } from '@pyladder/contract';
import type { PlaceProgress } from '@pyladder/exam';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { CodeFrame, CodeLine } from '../../ui/CodeFrame.tsx';
import { PrintedText } from '../../ui/PrintedText.tsx';
import { QuestionPicture } from '../../ui/QuestionPicture.tsx';
import { slotsIn } from '../answering/choosing.ts';
import { t } from '../words.ts';
import { CopyGuard } from './CopyGuard.tsx';
import styles from './Program.module.css';

export type ProgramProps = { item: ItemView; place: PlaceProgress; purpose: SittingView['purpose'] };

/**
 * The program of a question with the words put into its gaps, or the line to put into it; what it draws, and what is
 * typed while it runs.
 */
export function Program({ item, place, purpose }: ProgramProps) {
  const { answer, highlighted, stdin, picture, options } = item;
  const selection = purpose === 'real' ? 'forbidden' : 'allowed';
  const words = slotsIn(item, place.response).map((id) => options.find((option) => option.id === id)?.text ?? null);
  return (
    <CopyGuard purpose={purpose}>
      <div className={styles.program}>
        {answer.type === 'position' ? (
          <div>
            <p className={styles.caption}>{t('position.line')}</p>
            <CodeFrame label={t('position.line')} selection={selection}>
              <span className={styles.line}>
                <CodeLine line={answer.line} />
              </span>
            </CodeFrame>
          </div>
        ) : (
          highlighted.length > 0 && <CodeBlock lines={highlighted} gaps={words} selection={selection} />
        )}
        {picture !== null && <QuestionPicture picture={picture} />}
        {stdin !== '' && (
          <div className={styles.typed}>
            <p className={styles.caption}>{t('typed')}</p>
            <PrintedText text={stdin} />
          </div>
        )}
      </div>
    </CopyGuard>
  );
}
