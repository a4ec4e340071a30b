import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { remainingAt } from './clock/clock.ts';
import { instruments } from './pieces/instruments.ts';
import { openRoom, type Room } from './room.ts';
import { openRoomApi } from './sending/roomApi.ts';
import type { Deed } from './store/kept.ts';
import { memoryStore } from './store/memoryStore.ts';
import type { RoomStore } from './store/roomStore.ts';
import { PaperServer } from './testing/paperServer.ts';
import { type PaperWire, wireTo } from './testing/paperWire.ts';
import { SITTING_ID as id, optionId } from './testing/sampleSitting.ts';

/** Messages between tabs take real time; a slow machine must not fail a test. */
const PATIENT = { timeout: 20_000 };

const rooms: Room[] = [];
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T10:00:00Z') });
});
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A room on a store of its own, at a server that can be made to misbehave, some seconds after it was opened. */
async function givenRoom({ paper = new PaperServer({ size: 5 }), store = memoryStore() as RoomStore } = {}) {
  const wire = wireTo(paper);
  const open = async () => {
    vi.stubGlobal('fetch', wire.fetch);
    const room = openRoom(id, { api: openRoomApi(), store, now: instruments, random: () => 0.5 });
    rooms.push(room);
    await pass(2);
    return room;
  };
  return { paper, wire, store, open, room: await open() };
}

/** The same sitting in a browser that has not seen it before. */
async function openElsewhere(wire: PaperWire): Promise<Room> {
  vi.stubGlobal('fetch', wire.fetch);
  const room = openRoom(id, { api: openRoomApi(), store: memoryStore(), now: instruments, random: () => 0.5 });
  rooms.push(room);
  await pass(2);
  return room;
}

async function pass(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1000);
}

function choice(position: number, option: number): Deed {
  return { type: 'answer', position, response: { type: 'choice', option: optionId(position, option) } };
}

const chosen = (room: Room) => room.snapshot().progress.places.map((place) => place.chosen);
const phase = (room: Room) => room.snapshot().phase.name;
const answers = (paper: PaperServer) =>
  paper.received.flatMap(({ save }) => (save.type === 'answer' ? [[save.position, save.response.option]] : []));

test('a choice shows at once, and says when the server has it', async () => {
  const { paper, room } = await givenRoom();
  room.act(choice(0, 1));
  expect(chosen(room)[0]).toBe(optionId(0, 1));
  expect(room.snapshot().saving).toEqual({ state: 'saving' });
  await pass(1);
  expect(answers(paper)).toEqual([[0, optionId(0, 1)]]);
  expect(room.snapshot().saving).toEqual({ state: 'saved', at: '2026-01-01T10:00:02.000Z' });
});

test('what is done without network is kept, shown, and sent in order when it is back', async () => {
  const { paper, wire, room } = await givenRoom();
  wire.state = 'cut';
  room.act(choice(0, 1));
  await pass(30);
  room.act(choice(1, 2));
  room.act(choice(0, 3));
  await pass(120);
  expect(room.snapshot().saving).toEqual({ state: 'kept', why: 'unreachable' });
  expect(chosen(room).slice(0, 2)).toEqual([optionId(0, 3), optionId(1, 2)]);
  wire.state = 'whole';
  room.wake();
  await pass(1);
  expect(answers(paper)).toEqual([
    [0, optionId(0, 1)],
    [1, optionId(1, 2)],
    [0, optionId(0, 3)],
  ]);
  expect(room.snapshot().saving.state).toBe('saved');
});

test('the network is tried again without anybody doing anything, less and less often', async () => {
  const { paper, wire, room } = await givenRoom();
  let tries = 0;
  vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) => {
    tries += 1;
    return wire.fetch(...args);
  });
  wire.state = 'cut';
  room.act(choice(0, 1));
  await pass(10);
  expect(tries).toBeGreaterThanOrEqual(3);
  tries = 0;
  await pass(120);
  expect(tries).toBeGreaterThanOrEqual(4);
  expect(tries).toBeLessThanOrEqual(8);
  wire.state = 'whole';
  await pass(31);
  expect(answers(paper)).toHaveLength(1);
});

test('an answer whose receipt was lost on the way is sent again and counts once', async () => {
  const { paper, wire, room } = await givenRoom();
  wire.state = 'deaf';
  room.act(choice(0, 1));
  await pass(5);
  expect(room.snapshot().saving.state).toBe('kept');
  wire.state = 'whole';
  await pass(31);
  expect(answers(paper)).toHaveLength(1);
  expect(room.snapshot().saving.state).toBe('saved');
});

test('a server in trouble loses nothing, and its page of apology is no receipt', async () => {
  const { paper, wire, room } = await givenRoom();
  for (const reply of [503, 500, 429]) {
    paper.fault = { on: /POST/, reply: { status: reply, body: {} } };
    room.act(choice(0, 1));
    await pass(40);
    expect(room.snapshot().saving).toEqual({ state: 'kept', why: 'busy' });
  }
  paper.fault = null;
  wire.state = 'portal';
  await pass(40);
  expect(room.snapshot().saving.state).toBe('kept');
  wire.state = 'whole';
  await pass(40);
  expect(answers(paper)).toHaveLength(3);
});

test('a long time without network is sent in batches of at most 100, in order', async () => {
  const { paper, wire, room } = await givenRoom();
  wire.state = 'cut';
  for (let index = 0; index < 250; index += 1) room.act(choice(index % 5, index % 4));
  await pass(5);
  wire.state = 'whole';
  paper.requests.length = 0;
  room.wake();
  await pass(2);
  expect(paper.requests.filter((line) => line === 'POST /saves')).toHaveLength(3);
  expect(answers(paper)).toEqual(
    Array.from({ length: 250 }, (_, index) => [index % 5, optionId(index % 5, index % 4)]),
  );
});

test('a token that has run out is renewed without the candidate noticing', async () => {
  const { paper, room } = await givenRoom();
  paper.renewToken();
  room.act(choice(0, 1));
  await pass(2);
  expect(answers(paper)).toHaveLength(1);
  expect(room.snapshot().signedOut).toBe(false);
});

test('signed out in the middle: everything is kept, it is said, and it goes on after signing in again', async () => {
  const { paper, room } = await givenRoom();
  paper.renewToken();
  paper.signedIn = false;
  room.act(choice(0, 1));
  await pass(5);
  expect(room.snapshot()).toMatchObject({ signedOut: true, saving: { state: 'kept', why: 'signed-out' } });
  expect(phase(room)).toBe('open');
  paper.signedIn = true;
  room.wake();
  await pass(1);
  expect(room.snapshot()).toMatchObject({ signedOut: false, saving: { state: 'saved' } });
  expect(answers(paper)).toHaveLength(1);
});

test('one answer that the server will not take does not hold up the others, and the candidate is told', async () => {
  const { paper, room } = await givenRoom();
  room.act({ type: 'answer', position: 0, response: { type: 'choice', option: 'no-such-option' } });
  room.act(choice(1, 2));
  await pass(2);
  expect(answers(paper)).toEqual([[1, optionId(1, 2)]]);
  expect(room.snapshot().refused.map(({ save, code }) => [save.position, code])).toEqual([[0, 'response_not_in_item']]);
  expect(chosen(room)[0]).toBeNull();
});

test('a save that makes the whole batch unreadable is found and set aside', async () => {
  const { paper, wire, room } = await givenRoom();
  wire.state = 'cut';
  room.act(choice(0, 1));
  room.act({ type: 'noted', position: 1, text: 'nul \u0000' });
  room.act(choice(2, 3));
  await pass(2);
  wire.state = 'whole';
  await pass(10);
  expect(answers(paper).map(([position]) => position)).toEqual([0, 2]);
  expect(room.snapshot().saving.state).toBe('saved');
});

test('while an examiner has paused the exam nothing can be chosen, and what was on its way is sent afterwards', async () => {
  const { paper, room } = await givenRoom();
  paper.pause();
  room.act(choice(0, 1));
  await pass(2);
  expect(room.snapshot().phase).toMatchObject({ name: 'open', paused: true });
  expect(room.snapshot().saving).toEqual({ state: 'kept', why: 'paused' });
  room.act(choice(1, 1));
  expect(chosen(room)).toEqual([optionId(0, 1), null, null, null, null]);
  const left = room.snapshot().reading;
  await pass(60);
  expect(left && remainingAt(left, instruments())).toBeCloseTo(2398, 0);
  paper.resume();
  await pass(15);
  expect(room.snapshot()).toMatchObject({ phase: { paused: false }, saving: { state: 'saved' } });
  expect(answers(paper)).toEqual([[0, optionId(0, 1)]]);
});

test('time that is granted shows by itself', async () => {
  const { paper, room } = await givenRoom();
  paper.timing = { ...paper.timing, grantedSeconds: 600 };
  await pass(75);
  const { reading } = room.snapshot();
  expect(reading && remainingAt(reading, instruments())).toBeCloseTo(3000 - 77, 0);
});

test('when the time is over the room closes and hands in by itself', async () => {
  const { paper, room } = await givenRoom({ paper: new PaperServer({ size: 5, minutes: 1 }) });
  room.act(choice(0, 1));
  await pass(57);
  expect(phase(room)).toBe('open');
  await pass(5);
  expect(room.snapshot().phase).toMatchObject({ name: 'finished', receipt: { endedBy: 'time', answers: 1 } });
  room.act(choice(1, 1));
  await pass(2);
  expect(answers(paper)).toHaveLength(1);
});

test('time granted after a room without network had closed by itself opens it again', async () => {
  const { paper, wire, room } = await givenRoom({ paper: new PaperServer({ size: 5, minutes: 1 }) });
  wire.state = 'cut';
  await pass(70);
  expect(room.snapshot().phase).toMatchObject({ name: 'handing-in', by: 'time' });
  paper.timing = { ...paper.timing, grantedSeconds: 600 };
  wire.state = 'whole';
  await pass(40);
  expect(phase(room)).toBe('open');
});

test('handing in waits until everything has arrived', async () => {
  const { paper, wire, room } = await givenRoom();
  wire.state = 'cut';
  room.act(choice(0, 1));
  await pass(1);
  room.handIn('candidate');
  await pass(5);
  expect(room.snapshot().phase).toMatchObject({ name: 'handing-in', by: 'candidate', waiting: 1, canReturn: true });
  wire.state = 'whole';
  await pass(31);
  expect(room.snapshot().phase).toMatchObject({ name: 'finished', waiting: 0, receipt: { answers: 1 } });
  expect(paper.requests.indexOf('POST /saves')).toBeLessThan(paper.requests.indexOf('POST /submission'));
});

test('a hand-in that has not left this computer can be taken back', async () => {
  const { wire, paper, room } = await givenRoom();
  wire.state = 'cut';
  room.act(choice(0, 1));
  room.handIn('candidate');
  await pass(2);
  room.returnToQuestions();
  await pass(1);
  expect(phase(room)).toBe('open');
  wire.state = 'whole';
  await pass(31);
  expect(paper.receipt).toBeNull();
});

test('a sitting that was ended elsewhere shows its receipt, and takes what was still waiting here as late', async () => {
  const { wire, paper, room } = await givenRoom();
  wire.state = 'cut';
  room.act(choice(0, 1));
  await pass(2);
  paper.answer('POST', `/api/sittings/${id}/submission`, `Bearer ${paper.token}`, undefined);
  wire.state = 'whole';
  await pass(31);
  expect(room.snapshot().phase).toMatchObject({ name: 'finished', waiting: 0, late: 1 });
  expect(paper.received.map(({ acceptance }) => acceptance)).toEqual(['late']);
});

test('after a reload without network the room is there again, with its time as an estimate', async () => {
  const { wire, room, open } = await givenRoom();
  wire.state = 'cut';
  room.act(choice(0, 1));
  room.act({ type: 'viewed', position: 3 });
  await pass(60);
  room.close();
  const again = await open();
  expect(phase(again)).toBe('open');
  expect(again.snapshot().progress).toMatchObject({
    position: 3,
    places: [{ chosen: optionId(0, 1) }, {}, {}, {}, {}],
  });
  const { reading } = again.snapshot();
  expect(reading?.source).toBe('estimate');
  expect(reading && remainingAt(reading, instruments())).toBeCloseTo(2400 - 64, 0);
});

test("nobody is locked out because this computer's time of day is wrong", async () => {
  const { wire, room, open } = await givenRoom();
  wire.state = 'cut';
  room.close();
  vi.setSystemTime(Date.now() + 24 * 3600 * 1000);
  const again = await open();
  await pass(5);
  expect(phase(again)).toBe('open');
  again.act(choice(0, 1));
  expect(chosen(again)[0]).toBe(optionId(0, 1));
});

test('a computer that slept asks the server for the time before it closes anything', async () => {
  const { paper, room } = await givenRoom();
  paper.requests.length = 0;
  vi.setSystemTime(Date.now() + 600_000);
  paper.clockSkew = -600_000;
  await pass(2);
  expect(paper.requests).toContain('GET /clock');
  expect(room.snapshot().reading?.source).toBe('server');
});

test('without network and with nothing kept it says so, and opens by itself later', async () => {
  const { wire } = await givenRoom();
  wire.state = 'cut';
  const elsewhere = await openElsewhere(wire);
  expect(elsewhere.snapshot().phase).toEqual({ name: 'barred', why: 'unreachable' });
  wire.state = 'whole';
  await pass(31);
  expect(phase(elsewhere)).toBe('open');
});

test('another account on this computer sees nothing of the exam, and nothing of it is thrown away', async () => {
  const { paper, wire, room, open, store } = await givenRoom();
  wire.state = 'cut';
  room.act(choice(0, 1));
  await pass(2);
  room.close();
  wire.state = 'whole';
  paper.fault = { on: /./, reply: { status: 404, body: { code: 'not_found', detail: {} } } };
  const again = await open();
  expect(again.snapshot().phase).toEqual({ name: 'barred', why: 'absent' });
  expect((await store.read(id)).outbox).toHaveLength(1);
});

test('on another device the room is as the first one left it', async () => {
  const { room, wire } = await givenRoom();
  room.act({ type: 'viewed', position: 2 });
  room.act(choice(2, 1));
  room.act({ type: 'struck', position: 2, option: optionId(2, 3), on: true });
  room.act({ type: 'flagged', position: 2, on: true });
  room.act({ type: 'noted', position: 2, text: 'look again' });
  await pass(2);
  const other = await openElsewhere(wire);
  expect(other.snapshot().progress).toEqual(room.snapshot().progress);
  other.act(choice(2, 0));
  await pass(4);
  room.wake();
  await pass(1);
  expect(chosen(room)[2]).toBe(optionId(2, 0));
});

test('two tabs of one browser show the same', async () => {
  const { room, open } = await givenRoom();
  const other = await open();
  room.act(choice(0, 1));
  room.act({ type: 'viewed', position: 4 });
  await vi.waitFor(async () => {
    await pass(1);
    expect(other.snapshot().progress).toEqual(room.snapshot().progress);
  }, PATIENT);
  room.handIn('candidate');
  await vi.waitFor(async () => {
    await pass(1);
    expect([phase(room), phase(other)]).toEqual(['finished', 'finished']);
  }, PATIENT);
});

test('a sitting that was set aside or not begun is not shown as a room', async () => {
  const paper = new PaperServer({ size: 5 });
  paper.view = { ...paper.view, state: 'voided' };
  expect(phase((await givenRoom({ paper })).room)).toBe('voided');
  paper.view = { ...paper.view, state: 'ready' };
  expect(phase((await givenRoom({ paper })).room)).toBe('unstarted');
});

test('after the end a reload without network still shows the receipt', async () => {
  const { wire, room, open, store } = await givenRoom();
  room.handIn('candidate');
  await pass(2);
  room.close();
  expect((await store.read(id)).view).toBeNull();
  wire.state = 'cut';
  expect(phase(await open())).toBe('finished');
});
