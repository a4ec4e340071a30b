import type { Response } from '@pyladder/exam';
import { afterEach, beforeEach, vi } from 'vitest';
import { instruments } from '../pieces/instruments.ts';
import { openRoom, type Room } from '../room.ts';
import { openRoomApi } from '../sending/roomApi.ts';
import type { Deed } from '../store/kept.ts';
import { memoryStore } from '../store/memoryStore.ts';
import type { RoomStore } from '../store/roomStore.ts';
import { PaperServer } from './paperServer.ts';
import { type PaperWire, wireTo } from './paperWire.ts';
import { optionId, SITTING_ID } from './sampleSitting.ts';

const rooms: Room[] = [];

/** Makes time pass only when a test says so, and closes every room at its end. */
export function standStill(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T10:00:00Z') });
  });
  afterEach(() => {
    for (const room of rooms.splice(0)) room.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

export type GivenRoom = {
  paper: PaperServer;
  wire: PaperWire;
  store: RoomStore;
  room: Room;
  /** The same sitting once more, from the same store: after a reload, or in another tab. */
  open: () => Promise<Room>;
};

/** A room two seconds after it was opened, at a server that can be made to misbehave. */
export async function givenRoom({
  paper = new PaperServer({ size: 5 }),
  store = memoryStore(),
} = {}): Promise<GivenRoom> {
  const wire = wireTo(paper);
  const open = () => openFrom(store, wire);
  return { paper, wire, store, open, room: await open() };
}

/** The same sitting in a browser that has not seen it before. */
export function openElsewhere(wire: PaperWire): Promise<Room> {
  return openFrom(memoryStore(), wire);
}

async function openFrom(store: RoomStore, wire: PaperWire): Promise<Room> {
  vi.stubGlobal('fetch', wire.fetch);
  const room = openRoom(SITTING_ID, { api: openRoomApi(), store, now: instruments, random: () => 0.5 });
  rooms.push(room);
  await pass(2);
  return room;
}

export async function pass(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1000);
}

/** Choosing the `option`-th option, from 0. */
export function choice(position: number, option: number): Deed {
  return { type: 'answer', position, response: { type: 'choice', option: optionId(position, option) } };
}

/** The chosen options as the room shows them. */
export function chosen(room: Room): (string | null)[] {
  return room.snapshot().progress.places.map(({ response }) => chosenOf(response));
}

export function phase(room: Room): string {
  return room.snapshot().phase.name;
}

/** Every answer that the server has taken, in order. */
export function answers(paper: PaperServer): [position: number, option: string | null][] {
  return paper.received.flatMap(({ save }): [number, string | null][] =>
    save.type === 'answer' ? [[save.position, chosenOf(save.response)]] : [],
  );
}

/** The option of a choice, or null. */
export function chosenOf(response: Response | null): string | null {
  return response?.type === 'choice' ? response.option : null;
}
