import type { ReactNode } from 'react';
import { useState } from 'react';
import { explainRefusal, isRefusalCode } from '../../messages/refusals.ts';
import { classes } from '../../ui/classes.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { RoomSnapshot } from '../roomState.ts';
import { t } from '../words.ts';
import { linkClass, RoomButton } from './RoomButton.tsx';
import styles from './RoomNotices.module.css';

export type RoomNoticesProps = {
  room: RoomSnapshot;
  isPaused: boolean;
  /** Where signing in leads back to. */
  address: string;
  move: (position: number) => void;
};

/** What a candidate must know and cannot see from the question: each in words, none in the way. */
export function RoomNotices({ room, isPaused, address, move }: RoomNoticesProps) {
  const { lasting, signedOut, refused } = room;
  const [read, setRead] = useState<readonly string[]>([]);
  const notices: ReactNode[] = [];
  if (isPaused) {
    notices.push(
      <Notice key="paused" tone="info" title={t('notice.paused.title')} voice="announced">
        {t('notice.paused')}
      </Notice>,
    );
  }
  if (signedOut) {
    notices.push(
      <Notice key="signed-out" tone="info" voice="announced">
        <p>{t('notice.signedOut')}</p>
        <a className={linkClass()} href={`/sign-in?next=${encodeURIComponent(address)}`} target="_blank" rel="noopener">
          {t('notice.signIn')}
        </a>
      </Notice>,
    );
  }
  if (lasting === 'memory') {
    notices.push(
      <Notice key="memory" tone="wrong" voice="announced">
        {t('notice.memory')}
      </Notice>,
    );
  }
  for (const { deviceId, save, code } of refused) {
    const name = `${deviceId} ${save.deviceSequence}`;
    if (read.includes(name)) continue;
    notices.push(
      <Notice key={name} tone="wrong" voice="announced">
        <p>
          {t('notice.refused', { number: save.position + 1, why: isRefusalCode(code) ? explainRefusal(code) : '' })}
        </p>
        <div className={styles.actions}>
          <RoomButton onClick={() => move(save.position)}>{t('notice.goTo', { number: save.position + 1 })}</RoomButton>
          <RoomButton look="quiet" onClick={() => setRead([...read, name])}>
            {t('notice.dismiss')}
          </RoomButton>
        </div>
      </Notice>,
    );
  }
  return notices.length === 0 ? null : <div className={styles.notices}>{notices}</div>;
}

/** Why one can go on without the server. It comes after the question, so that nothing moves under the pointer. */
export function NetworkNotice({ saving }: Pick<RoomSnapshot, 'saving'>) {
  if (
    (saving.state !== 'kept' && saving.state !== 'cut-off') ||
    (saving.why !== 'unreachable' && saving.why !== 'busy')
  ) {
    return null;
  }
  return (
    <div className={classes(styles.notices, styles.after)}>
      <Notice tone="info">{t(saving.why === 'busy' ? 'notice.busy' : 'notice.offline')}</Notice>
    </div>
  );
}
