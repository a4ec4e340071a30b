import { buildApp } from './app.ts';
import { prepareDemoAccounts } from './demo/demo-accounts.ts';
import { createDeps } from './deps.ts';
import { loadInstalledLadder } from './ladder/ladder.ts';
import { run } from './process/run.ts';
import { readInstalledSite } from './site/installed-site.ts';

await run(process.env, async ({ settings, database, log }) => {
  const site = readInstalledSite();
  const ladder = loadInstalledLadder();
  const deps = await createDeps({ db: database.db, settings, log, ladder, site });
  const announcement = await prepareDemoAccounts(deps, database.embedded);
  const app = await buildApp(deps);
  const stopping = () => {
    deps.readiness.isStopping = true;
  };
  return { app, stopping, announcement };
});
