import { expect, test, vi } from 'vitest';
import { remainingAt } from './clock/clock.ts';
import { instruments } from './pieces/instruments.ts';
import { answers, choice, chosen, givenRoom, pass, phase, standStill } from './testing/givenRoom.ts';
import { PaperServer } from './testing/paperServer.ts';
import { SITTING_ID as id, optionId } from './testing/sampleSitting.ts';

standStill();

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
