import type { TestProject } from 'vitest/node';
import { createTemplate, dropDatabase, type TestServer } from './template.ts';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** One PostgreSQL for the whole run, or the one that TEST_DATABASE_URL names; its user must be able to create databases. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startTestServer() : null;
  const testServer = await createTemplate(server?.url ?? given ?? '');
  project.provide('testServer', testServer);
  return async () => {
    if (server === null) await dropDatabase(testServer.url, testServer.template);
    else await server.stop();
  };
}
