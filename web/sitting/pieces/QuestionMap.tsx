import type { PlaceProgress, Progress } from '@pyladder/exam';
import { classes } from '../../ui/classes.ts';
import { t } from '../words.ts';
import styles from './QuestionMap.module.css';

export type QuestionMapProps = { progress: Progress; isDisabled: boolean; move: (position: number) => void };

/** Every question at a glance, and the way to it. */
export function QuestionMap({ progress, isDisabled, move }: QuestionMapProps) {
  return (
    <nav className={styles.map} aria-label={t('map.label')}>
      <h2>{t('map.title')}</h2>
      <ol>
        {progress.places.map((place, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its position in the sealed form
          <li key={position}>
            <button
              type="button"
              className={classes(
                styles.item,
                place.response !== null && styles.answered,
                place.flagged && styles.flagged,
              )}
              aria-label={mapWords(place, position)}
              aria-current={position === progress.position ? 'step' : undefined}
              disabled={isDisabled}
              onClick={() => move(position)}
            >
              {position + 1}
            </button>
          </li>
        ))}
      </ol>
      <ul className={styles.key} aria-hidden="true">
        <li>
          <i className={styles.answered} />
          {t('map.key.answered')}
        </li>
        <li>
          <i className={styles.flag} />
          {t('map.key.flagged')}
        </li>
        <li>
          <i />
          {t('map.key.open')}
        </li>
      </ul>
    </nav>
  );
}

function mapWords({ response, flagged, seen }: PlaceProgress, position: number): string {
  return t('map.item', {
    number: position + 1,
    answer: response === null ? 'no' : 'yes',
    flag: flagged ? 'yes' : 'no',
    seen: seen ? 'yes' : 'no',
  });
}
