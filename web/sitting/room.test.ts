import { expect, test, vi } from 'vitest';
import { answers, choice, chosen, givenRoom, pass, phase, standStill } from './testing/givenRoom.ts';
import { optionId } from './testing/sampleSitting.ts';

standStill();

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
