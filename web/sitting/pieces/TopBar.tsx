import type { SittingView } from '@pyladder/contract';
import type { RoomSnapshot } from '../roomState.ts';
import { t } from '../words.ts';
import { savingWords } from './savingWords.ts';
import { TimeLeft } from './TimeLeft.tsx';
import styles from './TopBar.module.css';

export type TopBarProps = Pick<RoomSnapshot, 'saving' | 'lasting' | 'reading'> & {
  view: SittingView;
  /** "Question 12 of 30". */
  place: string;
  /** Share of the questions that have an answer, in [0, 1]. */
  answeredShare: number;
};

/** Which exam, where in it, whether everything is saved, and how much time is left. */
export function TopBar({ view, place, saving, lasting, reading, answeredShare }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <div className={styles.row}>
        <p className={styles.exam}>
          <strong>{view.short}</strong>
          {view.purpose === 'mock' && <span className={styles.mock}>{t('mock')}</span>}
        </p>
        <p className={styles.place}>{place}</p>
        <p className={styles.saving} data-state={saving.state}>
          {savingWords(saving, lasting)}
        </p>
        {reading !== null && <TimeLeft reading={reading} />}
      </div>
      <div className={styles.progress} data-credential={view.credential} aria-hidden="true">
        <i style={{ width: `${answeredShare * 100}%` }} />
      </div>
    </header>
  );
}
