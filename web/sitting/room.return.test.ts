import { expect, test, vi } from 'vitest';
import { remainingAt } from './clock/clock.ts';
import { instruments } from './pieces/instruments.ts';
import { choice, chosen, givenRoom, openElsewhere, pass, phase, standStill } from './testing/givenRoom.ts';
import { PaperServer } from './testing/paperServer.ts';
import { SITTING_ID as id, optionId } from './testing/sampleSitting.ts';

/** Messages between tabs take real time; a slow machine must not fail a test. */
const PATIENT = { timeout: 20_000 };

standStill();
vi.setConfig({ testTimeout: 60_000 });

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
    places: [{ response: { type: 'choice', option: optionId(0, 1) } }, {}, {}, {}, {}],
  });
  const { reading } = again.snapshot();
  expect(reading?.source).toBe('estimate');
  expect(reading && remainingAt(reading, instruments())).toBeCloseTo(2400 - 64, 0);
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
