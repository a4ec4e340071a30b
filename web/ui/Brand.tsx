import { t } from '../messages/ui.ts';
import styles from './Brand.module.css';

/** The mark and the name: three rungs and a python between them. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg width="28" height="28" viewBox="0 0 26 26" aria-hidden="true">
        <path d="M6 2v22M20 2v22M6 7h14M6 13h14M6 19h14" className={styles.rails} />
        <path d="M3 24c8 0 12-2 12-6s-5-3-5-7 6-3 6-8" className={styles.gap} />
        <path d="M3 24c8 0 12-2 12-6s-5-3-5-7 6-3 6-8" className={styles.python} />
      </svg>
      {t('brand')}
    </span>
  );
}
