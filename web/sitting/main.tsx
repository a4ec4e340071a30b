import { createRoot } from 'react-dom/client';
import '../ui/base.css';
import './room.css';
import { readAddress } from './address.ts';
import { instruments } from './pieces/instruments.ts';
import { Panel } from './pieces/Panel.tsx';
import { BarredPlace } from './places/BarredPlace.tsx';
import { Mishap } from './places/Mishap.tsx';
import { RoomPage } from './places/RoomPage.tsx';
import { registerWorker } from './registration.ts';
import { openRoom } from './room.ts';
import { openRoomApi } from './sending/roomApi.ts';
import { openDiskStore } from './store/diskStore.ts';
import { openEnduringStore } from './store/enduringStore.ts';
import { t } from './words.ts';

const page = document.getElementById('page');
if (page === null) throw new Error('the page has no place for the room');
const root = createRoot(page);
const address = readAddress(location.pathname);
if (address === null) {
  root.render(<BarredPlace why="absent" address="/dashboard" again={() => location.reload()} />);
} else {
  root.render(<Panel title={t('loading')}>{null}</Panel>);
  const store = await openEnduringStore(() => openDiskStore());
  const room = openRoom(address.sittingId, { api: openRoomApi(), store, now: instruments, random: Math.random });
  root.render(
    <Mishap>
      <RoomPage room={room} sittingId={address.sittingId} />
    </Mishap>,
  );
  await registerWorker();
}
