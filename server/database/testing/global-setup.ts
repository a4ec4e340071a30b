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
  const { url, stop } = given === undefined ? await startTestServer() : { url: given, stop: async () => undefined };
  const testServer = await createTemplate(url).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  project.provide('testServer', testServer);
  return async () => {
    await dropDatabase(testServer.url, testServer.template);
    await stop();
  };
}
