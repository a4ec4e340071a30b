import { useEffect, useRef } from 'react';
import { rich, t } from '../words.ts';
import styles from './HandInDialog.module.css';
import { RoomButton } from './RoomButton.tsx';

export type HandInDialogProps = {
  unanswered: number;
  /** Questions whose answer is not whole. */
  halves: number;
  isOffline: boolean;
  stay: () => void;
  handIn: () => void;
};

/** Asks once before the end; going on working is the safe way out and comes first. */
export function HandInDialog({ unanswered, halves, isOffline, stay, handIn }: HandInDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="hand-in-title" onClose={stay}>
      <h2 id="hand-in-title">{t('handIn.title')}</h2>
      <p>{unanswered === 0 ? t('handIn.all') : rich('handIn.some', { count: unanswered })}</p>
      {halves > 0 && <p>{rich('handIn.halves', { count: halves })}</p>}
      <p>{t('handIn.final')}</p>
      {isOffline && <p>{t('handIn.offline')}</p>}
      <div className={styles.actions}>
        <RoomButton onClick={stay}>{t('handIn.stay')}</RoomButton>
        <RoomButton look="next" onClick={handIn}>
          {t('handIn.sure')}
        </RoomButton>
      </div>
    </dialog>
  );
}
