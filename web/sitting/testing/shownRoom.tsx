import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';
import { instruments } from '../pieces/instruments.ts';
import { RoomPage } from '../places/RoomPage.tsx';
import { openRoom, type Room } from '../room.ts';
import { openRoomApi } from '../sending/roomApi.ts';
import { memoryStore } from '../store/memoryStore.ts';
import type { RoomStore } from '../store/roomStore.ts';
import { PaperServer } from './paperServer.ts';
import { type PaperWire, wireTo } from './paperWire.ts';
import { SITTING_ID } from './sampleSitting.ts';

// Nothing is timed here: a slow machine must not fail a test.
export const PATIENT = { timeout: 20_000 };

let room: Room | null = null;

/** Gives each test of a file a page of its own, at the address of the sample sitting. */
export function openPages(): void {
  configure({ asyncUtilTimeout: PATIENT.timeout });
  vi.setConfig({ testTimeout: 60_000 });
  beforeEach(() => {
    history.replaceState(null, '', `/sittings/${SITTING_ID}`);
    localStorage.clear();
    vi.stubGlobal('scrollTo', () => {});
  });
  afterEach(() => {
    cleanup();
    room?.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

export type ShownRoom = { paper: PaperServer; wire: PaperWire; user: UserEvent; room: Room };

/** A room on the screen, with its server on paper. */
export async function showRoom(
  paper = new PaperServer({ size: 5 }),
  store: RoomStore = { ...memoryStore(), lasting: 'disk' },
): Promise<ShownRoom> {
  const wire = wireTo(paper);
  vi.stubGlobal('fetch', wire.fetch);
  room = openRoom(SITTING_ID, { api: openRoomApi(), store, now: instruments, random: () => 0.5 });
  render(<RoomPage room={room} sittingId={SITTING_ID} />);
  const user = userEvent.setup();
  return { paper, wire, user, room };
}

/** Waits for a question, by its number. */
export function question(number: number): Promise<HTMLElement> {
  return screen.findByRole('heading', { level: 1, name: new RegExp(`^Question ${number}\\.`) });
}
