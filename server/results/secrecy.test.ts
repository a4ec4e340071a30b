import { GetAnswerRecord, GetExamRules, GetRecord, GetResult, GetSitting, GetSittingClock } from '@pyladder/contract';
import { misconceptions } from '@pyladder/python';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inEveryWay } from '../banks/testing/every-way.ts';
import { givenBank } from '../banks/testing/given-bank.ts';
import { givenRunningSitting } from '../sittings/testing/given-sitting.ts';
import { responseTo } from '../sittings/testing/response-to.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { scoringJobs } from './scoring.jobs.ts';

let server: TestApp;
const replies: string[] = [];

beforeAll(async () => {
  server = await openTestApp();
  await givenBank(server.deps, 'practice', inEveryWay);
  await givenBank(server.deps, 'exam', inEveryWay);
  await scoringJobs(server.deps);
  // Every byte that leaves the server from now on, headers included.
  const { inject } = server.app;
  server.app.inject = (async (...parts: Parameters<typeof inject>) => {
    const response = await inject.apply(server.app, parts);
    replies.push(JSON.stringify(response.headers), response.body);
    return response;
  }) as typeof inject;
});

afterAll(() => server.close());

test.each(['real', 'mock'] as const)(
  'nothing of a %s sitting, from the rules page to the result, holds a key, a belief, a template or a seed',
  async (purpose) => {
    replies.length = 0;
    const sitting = await givenRunningSitting(server, purpose);
    const { candidate, bearer, key } = sitting;
    const params = { sittingId: key.sittingId };
    const device = sitting.device();
    for (const item of sitting.view.items) {
      const response = responseTo(item);
      await device.send({ type: 'answer', position: item.position, response });
    }
    await device.send(
      { type: 'viewed', position: 3 },
      { type: 'flagged', position: 3, on: true },
      { type: 'struck', position: 3, option: sitting.option(3, 0), on: true },
      { type: 'answer', position: 3, response: { type: 'choice', option: 'not-an-option' } },
    );
    await candidate.call(GetSitting, { params });
    await server.visitor().call(GetSittingClock, { params, headers: bearer });
    await candidate.call(GetAnswerRecord, { params });
    await candidate.call(GetExamRules, { params: { credential: 'pcep', purpose } });
    await sitting.submit();
    await expect.poll(async () => (await candidate.call(GetResult, { params })).status, { timeout: 20_000 }).toBe(200);
    await candidate.call(GetRecord);

    const sent = replies.join('\n');
    const { seed, places } = await server.deps.db
      .selectFrom('forms')
      .select(['seed', 'places'])
      .where('sitting_id', '=', key.sittingId)
      .executeTakeFirstOrThrow();
    const { examSeed, tokenSecret, cookieSecret } = server.deps.installation;
    const secrets = [seed, examSeed, tokenSecret, cookieSecret].flatMap((secret) => [
      secret.toString('hex'),
      secret.toString('base64'),
      secret.toString('base64url'),
    ]);
    const items = await server.deps.banks.getItems(
      server.deps.db,
      places.map(({ itemHash }) => itemHash),
    );
    const forbidden = [
      ...secrets,
      ...misconceptions.keys(),
      ...places.map(({ itemHash }) => itemHash),
      ...items.flatMap(({ template, explanation }) => [template, explanation]),
      '"key":',
      '"misconceptions"',
      '"beliefs"',
      '"because"',
      '"proof"',
      '"parting"',
      '"difficulty"',
      '"template"',
      'Because it was made up',
      '"accepted"',
      'aults"',
    ];
    expect(sent.length).toBeGreaterThan(50_000);
    expect(forbidden.filter((secret) => sent.includes(secret))).toEqual([]);
    // Where an option stands in the bank says which it is, to whoever has seen it elsewhere.
    expect(sent).not.toMatch(/"id":"[^"]+","index"/);
    expect(new Set(sitting.view.items.map(({ answer }) => answer.type)).size).toBe(5);
    // The scan sees what was sent: option ids and texts are there.
    expect(sent).toContain(sitting.option(0, 0));
    expect(sent).toContain(items[0]?.options[0]?.text);
  },
);
