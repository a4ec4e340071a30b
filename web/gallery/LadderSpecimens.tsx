import { Ladder } from '../ui/ladder/Ladder.tsx';
import { findStandings } from '../ui/ladder/standings.ts';
import { ladder, recordWith } from './fixtures.ts';
import styles from './GalleryPage.module.css';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

const climber = recordWith({ holdings: [{ credential: 'pcep', since: '2026-11-20T10:42:07.000Z' }] });

/** The ladder in both sizes and with every standing. */
export function LadderSpecimens() {
  return (
    <Specimen title={t('ladder')}>
      <div className={styles.pair}>
        <div>
          <p className={styles.caption}>{t('ladder.visitor')}</p>
          <Ladder ladder={ladder} detail="full" />
        </div>
        <div>
          <p className={styles.caption}>{t('ladder.climber')}</p>
          <Ladder ladder={ladder} standings={findStandings(ladder, climber)} detail="short" />
        </div>
      </div>
    </Specimen>
  );
}
