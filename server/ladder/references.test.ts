import { GetReferences } from '@pyladder/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { loadInstalledLadder } from './ladder.ts';
import { loadReadingLists } from './references.ts';

let server: TestApp;
beforeAll(async () => {
  server = await openTestApp({ readingLists: loadReadingLists(loadInstalledLadder()) });
});
afterAll(() => server.close());

test('everybody can see what to read on each objective of an exam', async () => {
  const { status, body } = await server.visitor().call(GetReferences, { params: { credential: 'pcep' } });
  expect(status).toBe(200);
  const lists = body.objectives.find(({ objective }) => objective === 'lists');
  expect(lists?.references[0]).toMatchObject({ kind: 'documentation', author: null, accessed: null });
});

test.each(['cepp', 'nothing', 'constructor'])('for %s, which has no exam, there is no list', async (credential) => {
  const { status, body } = await server.visitor().call(GetReferences, { params: { credential } });
  expect([status, body]).toMatchObject([404, { code: 'not_found' }]);
});
