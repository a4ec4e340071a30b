import { buildApp } from './app.ts';
import { startBackground } from './background.ts';
import { prepareDemoAccounts } from './demo/demo-accounts.ts';
import { createDeps } from './deps.ts';
import { openJobs } from './jobs/jobs.ts';
import { loadInstalledLadder } from './ladder/ladder.ts';
import { run } from './process/run.ts';
import { readInstalledSite } from './site/installed-site.ts';

await run(process.env, async ({ settings, url, database, log, atEnd }) => {
  const site = readInstalledSite();
  const ladder = loadInstalledLadder();
  const jobs = await openJobs(database.pool, log);
  atEnd('jobs', () => jobs.stop());
  const deps = await createDeps({ db: database.db, settings, address: url, log, ladder, site, jobs });
  const announcement = await prepareDemoAccounts(deps, database.embedded);
  const app = await buildApp(deps);
  const background = await startBackground(deps);
  atEnd('background', background.stop);
  const stopping = () => {
    deps.readiness.isStopping = true;
  };
  return { app, stopping, announcement };
});
