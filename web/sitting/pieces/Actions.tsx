import { ArrowLeft, ArrowRight, Flag, ListChecks, NotebookPen } from 'lucide-react';
import type { RefObject } from 'react';
import type { KeyAct } from '../keys.ts';
import { t } from '../words.ts';
import styles from './Actions.module.css';
import { RoomButton } from './RoomButton.tsx';

export type ActionsProps = {
  isFlagged: boolean;
  hasNote: boolean;
  showNotes: boolean;
  showKeys: boolean;
  isDisabled: boolean;
  isFirst: boolean;
  isLast: boolean;
  notesButton: RefObject<HTMLButtonElement | null>;
  act: (act: KeyAct) => void;
};

/** What can be done with a question, and where to go from it. After the last one, the next step is the review. */
export function Actions(props: ActionsProps) {
  const { isFlagged, hasNote, showNotes, showKeys, isDisabled, isFirst, isLast, notesButton, act } = props;
  const key = (letter: string) => (showKeys ? letter : null);
  return (
    <footer className={styles.actions}>
      <div className={styles.marks}>
        <RoomButton
          aria-pressed={isFlagged}
          shortcut={key('F')}
          isDisabled={isDisabled}
          onClick={() => act({ type: 'flag' })}
        >
          <Flag aria-hidden="true" size={18} className={isFlagged ? styles.raised : undefined} />
          {t(isFlagged ? 'action.unflag' : 'action.flag')}
        </RoomButton>
        <RoomButton
          ref={notesButton}
          aria-expanded={showNotes}
          shortcut={key('N')}
          isDisabled={isDisabled}
          onClick={() => act({ type: 'notes' })}
        >
          <NotebookPen aria-hidden="true" size={18} />
          {t('action.notes')}
          {hasNote && <i className={styles.has} />}
        </RoomButton>
        {!isLast && <ReviewButton shortcut={key('R')} look="plain" act={act} />}
      </div>
      <div className={styles.ways}>
        <RoomButton isDisabled={isDisabled || isFirst} onClick={() => act({ type: 'move', by: -1 })}>
          <ArrowLeft aria-hidden="true" size={18} />
          {t('action.back')}
        </RoomButton>
        {isLast ? (
          <ReviewButton shortcut={key('R')} look="next" act={act} />
        ) : (
          <RoomButton look="next" isDisabled={isDisabled} onClick={() => act({ type: 'move', by: 1 })}>
            {t('action.next')}
            <ArrowRight aria-hidden="true" size={18} />
          </RoomButton>
        )}
      </div>
    </footer>
  );
}

function ReviewButton({
  shortcut,
  look,
  act,
}: { shortcut: string | null; look: 'plain' | 'next' } & Pick<ActionsProps, 'act'>) {
  return (
    <RoomButton shortcut={shortcut} look={look} onClick={() => act({ type: 'review' })}>
      <ListChecks aria-hidden="true" size={18} />
      {t('action.review')}
    </RoomButton>
  );
}
