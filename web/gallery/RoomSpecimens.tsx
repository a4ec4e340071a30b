import type { SittingView } from '@pyladder/contract';
import type { PlaceProgress, Progress } from '@pyladder/exam';
import { QuestionMap } from '../sitting/pieces/QuestionMap.tsx';
import { TopBar } from '../sitting/pieces/TopBar.tsx';
import type { Saving } from '../sitting/roomState.ts';
import { choiceQuestion, optionOf } from './answerFixtures.ts';
import { SITTING_ID } from './fixtures.ts';
import styles from './GalleryPage.module.css';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

const AT = '2026-11-20T10:42:07.000Z';

const unseen: PlaceProgress = { seen: false, response: null, flagged: false, struck: [], note: '' };
const begun: PlaceProgress = { ...unseen, seen: true, response: { type: 'choice', option: optionOf(0) } };
const progress: Progress = {
  position: 0,
  places: [begun, { ...unseen, seen: true, flagged: true }, { ...begun, flagged: true }, unseen, unseen],
};

const view: SittingView = {
  id: SITTING_ID,
  credential: 'pcep',
  short: 'PCEP',
  purpose: 'mock',
  state: 'running',
  clock: { now: AT, startedAt: AT, deadline: null, remainingSeconds: 1455, totalSeconds: 2400 },
  token: '',
  formSeal: '',
  items: [choiceQuestion],
  progress,
};

const savings: Saving[] = [
  { state: 'saved', at: AT },
  { state: 'saving' },
  { state: 'kept', why: 'unreachable' },
  { state: 'kept', why: 'paused' },
  { state: 'cut-off', why: 'signed-out' },
];

/** The exam room's pieces around a question: the bar in each state of saving, and the map of all questions. */
export function RoomSpecimens() {
  return (
    <Specimen title={t('room')}>
      {savings.map((saving) => (
        <TopBar
          key={JSON.stringify(saving)}
          view={view}
          place={t('room.place')}
          answeredShare={0.4}
          saving={saving}
          lasting="disk"
          reading={{ clock: view.clock, tick: 0, wall: 0, source: 'server' }}
        />
      ))}
      <div className={styles.pair}>
        <QuestionMap progress={progress} isDisabled={false} move={() => undefined} />
      </div>
    </Specimen>
  );
}
