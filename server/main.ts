import { buildApp } from './app.ts';
import { startBackground } from './background.ts';
import { prepareDemoAccounts } from './demo/demo-accounts.ts';
import { createDeps } from './deps.ts';
import { openJobs } from './jobs/jobs.ts';
import { loadInstalledLadder } from './ladder/ladder.ts';
import { loadReadingLists } from './ladder/references.ts';
import { run } from './process/run.ts';
import { readInstalledSite } from './site/installed-site.ts';

await run(process.env, async ({ settings, url, database, log, atEnd }) => {
  const { site, renderPage } = await readInstalledSite();
  const ladder = loadInstalledLadder(settings.ladderFolder ?? undefined);
  const readingLists = loadReadingLists(ladder, settings.ladderFolder ?? undefined);
  const jobs = await openJobs(database.pool, log);
  atEnd('jobs', () => jobs.stop());
  const ground = { db: database.db, settings, address: url, log, ladder, readingLists, site, renderPage, jobs };
  const deps = await createDeps(ground);
  const announcement = await prepareDemoAccounts(deps, database.embedded);
  const app = await buildApp(deps);
  const background = await startBackground(deps);
  atEnd('background', background.stop);
  const stopping = () => {
    deps.readiness.isStopping = true;
  };
  return { app, stopping, announcement };
});
