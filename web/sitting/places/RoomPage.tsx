import { useSyncExternalStore } from 'react';
import { writeAddress } from '../address.ts';
import { useWaking } from '../attention.ts';
import { Announcer } from '../pieces/Announcer.tsx';
import { Panel } from '../pieces/Panel.tsx';
import type { Room } from '../room.ts';
import { t } from '../words.ts';
import { BarredPlace } from './BarredPlace.tsx';
import { FinishedPlace } from './FinishedPlace.tsx';
import { HandingInPlace } from './HandingInPlace.tsx';
import { OpenRoom } from './OpenRoom.tsx';

/** The whole page: the place that fits what is known of the sitting. */
export function RoomPage({ room, sittingId }: { room: Room; sittingId: string }) {
  const snapshot = useSyncExternalStore(room.subscribe, room.snapshot);
  useWaking(room);
  const { phase } = snapshot;
  const barred = { address: writeAddress(sittingId, 'questions'), again: room.wake };
  switch (phase.name) {
    case 'loading':
      return <Panel title={t('loading')}>{null}</Panel>;
    case 'barred':
      return <BarredPlace why={phase.why} {...barred} />;
    case 'unstarted':
    case 'voided':
      return <BarredPlace why={phase.name} {...barred} />;
    case 'handing-in':
      return <HandingInPlace room={room} snapshot={snapshot} phase={phase} />;
    case 'finished':
      return <FinishedPlace phase={phase} />;
    case 'open':
      return (
        <>
          <OpenRoom room={room} snapshot={snapshot} view={phase.view} isPaused={phase.paused} />
          <Announcer saving={snapshot.saving} lasting={snapshot.lasting} reading={snapshot.reading} />
        </>
      );
  }
}
