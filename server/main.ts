import Fastify from 'fastify';
import { run } from './process/run.ts';

await run(process.env, async ({ log }) => {
  const app = Fastify({ loggerInstance: log });
  app.get('/api/health', async () => ({ status: 'ready' }));
  await app.ready();
  return { app, stopping: () => undefined, announcement: [] };
});
