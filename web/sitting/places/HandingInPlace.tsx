import { useLeavingQuestion } from '../attention.ts';
import styles from '../pieces/Panel.module.css';
import { Panel } from '../pieces/Panel.tsx';
import { RoomButton } from '../pieces/RoomButton.tsx';
import { savingWords } from '../pieces/savingWords.ts';
import type { Room } from '../room.ts';
import type { Phase, RoomSnapshot } from '../roomState.ts';
import { t } from '../words.ts';

export type HandingInPlaceProps = {
  room: Room;
  snapshot: RoomSnapshot;
  phase: Extract<Phase, { name: 'handing-in' }>;
};

/** Between the candidate's last word and the receipt: what is still on its way, and what to do (mostly nothing). */
export function HandingInPlace({ room, snapshot: { saving, lasting }, phase }: HandingInPlaceProps) {
  const title =
    phase.by === 'time' ? 'handing.title.time' : phase.by === null ? 'handing.title.elsewhere' : 'handing.title';
  const isCutOff = saving.state === 'kept' || saving.state === 'cut-off';
  useLeavingQuestion(phase.waiting > 0 ? 'unsent' : null);
  return (
    <Panel title={t(title)}>
      {phase.by === 'time' && <p>{t('handing.time')}</p>}
      <p role="status">
        {isCutOff && saving.why !== 'paused' && saving.why !== 'signed-out'
          ? t(saving.why === 'busy' ? 'handing.busy' : 'handing.offline')
          : t('handing.checking')}
      </p>
      {phase.waiting > 0 && <p>{t('handing.waiting', { count: phase.waiting })}</p>}
      {phase.waiting > 0 && isCutOff && <p>{savingWords(saving, lasting)}</p>}
      {phase.canReturn && isCutOff && (
        <p className={styles.actions}>
          <RoomButton onClick={room.returnToQuestions}>{t('handing.return')}</RoomButton>
        </p>
      )}
    </Panel>
  );
}
