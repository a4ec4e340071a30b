import { AnswerTrialQuestion, GetTrialQuestions, GetTrialVariant, type TrialQuestion } from '@pyladder/contract';
import type { Item } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEveryWay } from '../banks/testing/every-way.ts';
import { givenBank } from '../banks/testing/given-bank.ts';
import { responseTo } from '../sittings/testing/response-to.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';

let server: TestApp;
let practice: Item[];
let exam: Item[];

beforeAll(async () => {
  server = await openTestApp();
  practice = await givenBank(server.deps, 'practice', inEveryWay);
  exam = await givenBank(server.deps, 'exam');
});
afterAll(() => server.close());

const draw = (number: number, credential = 'pcep') =>
  server.visitor().call(GetTrialQuestions, { params: { credential, draw: number } });

const answer = ({ item, draw: number }: Pick<TrialQuestion, 'item' | 'draw'>, response: unknown, credential = 'pcep') =>
  server.visitor().call(AnswerTrialQuestion, { params: { credential, draw: number, item }, body: { response } });

/** Enough draws to meet every way of answering. */
async function drawMany(): Promise<TrialQuestion[]> {
  const rounds = await Promise.all(Array.from({ length: 60 }, (_, number) => draw(number)));
  return rounds.flatMap(({ body }) => body.questions);
}

test('a visitor without an account gets three questions of three topics, other ones for another number', async () => {
  const { status, body } = await draw(1);
  expect(status).toBe(200);
  expect(body.questions).toHaveLength(3);
  expect(new Set(body.questions.map(({ view }) => view.section)).size).toBe(3);
  const others = await Promise.all([2, 3, 4, 5].map((number) => draw(number)));
  expect(new Set([body, ...others.map((other) => other.body)].map((one) => JSON.stringify(one.questions))).size).toBe(
    5,
  );
});

test('the same number draws the same questions, so a cache may answer; nothing of the visitor is in them', async () => {
  const [one, other] = [await draw(7), await draw(7)];
  expect(other.text).toBe(one.text);
  expect(one.headers['cache-control']).toBe('public, max-age=600');
  expect(one.headers['set-cookie']).toBeUndefined();
});

test('nothing that comes before the answer says what is right, in any way of answering', async () => {
  const questions = await drawMany();
  expect(new Set(questions.map(({ view }) => view.answer.type)).size).toBe(5);
  const sent = JSON.stringify(questions);
  const explanations = practice.map(({ explanation }) => explanation);
  const forbidden = [
    ...misconceptions.keys(),
    ...explanations,
    ...practice.map(({ template }) => `"${template}"`),
    ...['key', 'misconceptions', 'beliefs', 'because', 'proof', 'parting', 'difficulty', 'accepted', 'index'].map(
      (name) => `"${name}":`,
    ),
  ];
  expect(forbidden.filter((secret) => sent.includes(secret))).toEqual([]);
});

test('an answer of any kind brings the debrief: what is right, what was chosen, and why', async () => {
  const questions = await drawMany();
  const byWay = [...Map.groupBy(questions, ({ view }) => view.answer.type).values()].flatMap(([one]) => one ?? []);
  for (const question of byWay) {
    const response = responseTo(question.view);
    const { status, body, headers } = await answer(question, response);
    expect([question.view.answer.type, status]).toEqual([question.view.answer.type, 200]);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.response).toEqual(response);
    expect(body.options.map(({ id }) => id)).toEqual(question.view.options.map(({ id }) => id));
    expect(body.options.some(({ key }) => key)).toBe(true);
    expect(body.explanation).not.toBe('');
  }
});

test('a wrong choice is told the belief that leads to it, the right one earns the point', async () => {
  const question = (await drawMany()).find(({ view }) => view.answer.type === 'choice');
  if (question === undefined) throw new Error('no question with one choice was drawn');
  const tried = await Promise.all(
    question.view.options.map(({ id }) => answer(question, { type: 'choice', option: id })),
  );
  const results = tried.map(({ body }) => body);
  expect(results.filter(({ points }) => points === 1)).toHaveLength(1);
  const beliefs = results.flatMap(({ options }) =>
    options.filter(({ chosen }) => chosen).flatMap((one) => one.beliefs),
  );
  const [first] = misconceptions.values();
  expect(beliefs.flat()).toContainEqual({ belief: first?.belief, correction: first?.correction });
});

test('another variant is of the same template, and another item where there is one', async () => {
  const { body } = await draw(11);
  const [question] = body.questions;
  if (question === undefined) throw new Error('nothing was drawn');
  const templateOf = (hash: string) => practice.find((item) => item.hash === hash)?.template;
  const params = { credential: 'pcep', draw: 12, item: question.item };
  const variant = await server.visitor().call(GetTrialVariant, { params });
  expect(variant.status).toBe(200);
  expect(variant.body.item).not.toBe(question.item);
  expect(templateOf(variant.body.item)).toBe(templateOf(question.item));
  expect((await answer(variant.body, responseTo(variant.body.view))).status).toBe(200);
});

test('an item of the exam pool can neither be drawn nor answered, and looks as if it did not exist', async () => {
  const secrets = new Set(exam.map(({ hash }) => hash));
  expect((await drawMany()).filter(({ item }) => secrets.has(item))).toEqual([]);
  const [item] = secrets;
  if (item === undefined) throw new Error('there is no exam item');
  const params = { credential: 'pcep', draw: 1, item };
  const asked = [
    await server.visitor().call(GetTrialVariant, { params }),
    await answer({ item, draw: 1 }, { type: 'choice', option: null }),
  ];
  expect(asked.map(({ status, body }) => [status, body.code])).toEqual([
    [404, 'not_found'],
    [404, 'not_found'],
  ]);
});

test('option ids of one draw say nothing in another, and an answer that does not fit the question is refused', async () => {
  const question = (await drawMany()).find(({ view }) => view.answer.type === 'choice');
  if (question === undefined) throw new Error('no question with one choice was drawn');
  const option = question.view.options[0]?.id;
  const foreign = await answer({ ...question, draw: question.draw + 1 }, { type: 'choice', option });
  const otherWay = await answer(question, { type: 'order', options: question.view.options.map(({ id }) => id) });
  expect([foreign, otherWay].map(({ status, body }) => [status, body.code])).toEqual([
    [422, 'response_not_in_item'],
    [422, 'response_not_in_item'],
  ]);
});

test('a credential without practice questions has none to try', async () => {
  expect((await draw(1, 'pcap')).status).toBe(404);
  expect((await draw(1, 'nothing')).status).toBe(404);
});

test('an address that asks without end is told to wait, and nobody else is', async () => {
  const busy = server.visitor('203.0.113.7');
  const params = { credential: 'pcep', draw: 1 };
  let last = 200;
  for (let asked = 0; asked < 1000 && last === 200; asked += 50) {
    const replies = await Promise.all(Array.from({ length: 50 }, () => busy.call(GetTrialQuestions, { params })));
    last = Math.max(...replies.map(({ status }) => status));
  }
  expect(last).toBe(429);
  expect((await draw(1)).status).toBe(200);
});
