import styles from '../pieces/Panel.module.css';
import { Panel } from '../pieces/Panel.tsx';
import { linkClass, RoomButton } from '../pieces/RoomButton.tsx';
import { t } from '../words.ts';

/** Why there is no room to show. */
export type Bar = 'signed-out' | 'absent' | 'unreachable' | 'busy' | 'unstarted' | 'voided';

/** No room, why, and what to do about it. @param address where signing in leads back to */
export function BarredPlace({ why, address, again }: { why: Bar; address: string; again: () => void }) {
  const mayTry = why === 'unreachable' || why === 'busy';
  const needsAccount = why === 'signed-out' || why === 'absent';
  return (
    <Panel title={t(`barred.${why}.title`)}>
      <p>{t(`barred.${why}`)}</p>
      <p className={styles.actions}>
        {mayTry && <RoomButton onClick={again}>{t('barred.again')}</RoomButton>}
        {needsAccount && (
          <a className={linkClass('next')} href={`/sign-in?next=${encodeURIComponent(address)}`}>
            {t('barred.signIn')}
          </a>
        )}
        {!mayTry && (
          <a className={linkClass()} href="/dashboard">
            {t('barred.dashboard')}
          </a>
        )}
      </p>
    </Panel>
  );
}
