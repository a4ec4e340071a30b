import type { SittingView } from '@pyladder/contract';
import { useState } from 'react';
import { usePlace, writeAddress } from '../address.ts';
import { useFocusRecord, useLeavingQuestion } from '../attention.ts';
import { HandInDialog } from '../pieces/HandInDialog.tsx';
import { NetworkNotice, RoomNotices } from '../pieces/RoomNotices.tsx';
import { TopBar } from '../pieces/TopBar.tsx';
import type { Room } from '../room.ts';
import type { RoomSnapshot } from '../roomState.ts';
import { useTitle } from '../title.ts';
import { t } from '../words.ts';
import { useHeadingFocus } from './headingFocus.ts';
import styles from './OpenRoom.module.css';
import { QuestionPlace } from './QuestionPlace.tsx';
import { countHalves, ReviewPlace } from './ReviewPlace.tsx';

export type OpenRoomProps = { room: Room; snapshot: RoomSnapshot; view: SittingView; isPaused: boolean };

/** The room while the sitting goes on: its questions, the review of them, and the way to hand in. */
export function OpenRoom({ room, snapshot, view, isPaused }: OpenRoomProps) {
  const [place, go] = usePlace(view.id);
  const [isAsking, setAsking] = useState(false);
  const { progress, saving } = snapshot;
  const number = progress.position + 1;
  const answered = progress.places.filter(({ response }) => response !== null).length;
  useLeavingQuestion(saving.state === 'kept' || saving.state === 'saving' ? 'unsent' : 'running');
  useFocusRecord((on) => room.act({ type: 'focus', position: progress.position, on }));
  const heading = useHeadingFocus(place === 'review' ? place : progress.position);
  useTitle(t(place === 'review' ? 'title.review' : 'title.question', { number, exam: view.short }));
  const move = (position: number) => {
    if (view.items[position] === undefined) return;
    room.act({ type: 'viewed', position });
    go('questions');
  };
  return (
    <div className={styles.page}>
      <TopBar
        {...snapshot}
        view={view}
        place={place === 'review' ? t('place.review') : t('place', { number, count: view.items.length })}
        answeredShare={answered / view.items.length}
      />
      <RoomNotices room={snapshot} isPaused={isPaused} address={writeAddress(view.id, place)} move={move} />
      {place === 'review' ? (
        <ReviewPlace
          view={view}
          progress={progress}
          isDisabled={isPaused}
          move={move}
          handIn={() => setAsking(true)}
          heading={heading}
          notice={<NetworkNotice saving={saving} />}
        />
      ) : (
        <QuestionPlace
          room={room}
          view={view}
          progress={progress}
          isDisabled={isPaused}
          move={move}
          review={() => go('review')}
          heading={heading}
          notice={<NetworkNotice saving={saving} />}
        />
      )}
      {isAsking && (
        <HandInDialog
          unanswered={view.items.length - answered}
          halves={countHalves(view, progress)}
          isOffline={saving.state === 'kept' || saving.state === 'cut-off'}
          stay={() => setAsking(false)}
          handIn={() => room.handIn('candidate')}
        />
      )}
    </div>
  );
}
