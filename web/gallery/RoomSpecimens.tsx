import type { ItemView, SittingView } from '@pyladder/contract';
import type { PlaceProgress, Progress } from '@pyladder/exam';
import { useState } from 'react';
import { Options } from '../sitting/pieces/Options.tsx';
import { Program } from '../sitting/pieces/Program.tsx';
import { QuestionMap } from '../sitting/pieces/QuestionMap.tsx';
import { TopBar } from '../sitting/pieces/TopBar.tsx';
import type { Saving } from '../sitting/roomState.ts';
import { debriefItemWith, SITTING_ID } from './fixtures.ts';
import styles from './GalleryPage.module.css';
import { Specimen } from './Specimen.tsx';
import { t } from './words.ts';

const AT = '2026-11-20T10:42:07.000Z';

const { position, section, kind, stem, highlighted, stdin, options } = debriefItemWith(null, { stdin: '3\n4' });
const item: ItemView = {
  position,
  section,
  kind,
  stem,
  highlighted,
  stdin,
  set: null,
  answer: { type: 'choice' },
  partialCredit: false,
  options: options.map(({ id, text }) => ({ id, text })),
};

const unseen: PlaceProgress = { seen: false, response: null, flagged: false, struck: [], note: '' };
const second = item.options[1]?.id ?? '';
const begun: PlaceProgress = {
  ...unseen,
  seen: true,
  response: { type: 'choice', option: item.options[0]?.id ?? null },
  struck: [second],
};
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
  items: [item],
  progress,
};

const savings: Saving[] = [
  { state: 'saved', at: AT },
  { state: 'saving' },
  { state: 'kept', why: 'unreachable' },
  { state: 'kept', why: 'paused' },
  { state: 'cut-off', why: 'signed-out' },
];

/** The exam room's pieces: the bar in each state of saving, a question being answered, and the map of all. */
export function RoomSpecimens() {
  const [place, setPlace] = useState(begun);
  const strike = (option: string, on: boolean) =>
    setPlace({ ...place, struck: on ? [...place.struck, option] : place.struck.filter((one) => one !== option) });
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
        <Program item={item} purpose="mock" />
        <Options
          item={item}
          place={place}
          isDisabled={false}
          showKeys
          choose={(option) => setPlace({ ...place, response: option === null ? null : { type: 'choice', option } })}
          strike={strike}
        />
      </div>
      <div className={styles.pair}>
        <QuestionMap progress={progress} isDisabled={false} move={() => undefined} />
      </div>
    </Specimen>
  );
}
