import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { migrate } from '../database/migrate.ts';
import { type OpenDatabase, openDatabase } from '../database/open.ts';
import { exitCodeOf, StartFault } from './faults.ts';
import { withFolderFaults } from './folder-faults.ts';
import { bindListener } from './listener.ts';
import { createLog, type Log } from './log.ts';
import { readSettings, type Settings } from './settings.ts';
import { createShutdown, type Shutdown } from './shutdown.ts';
import { obeyStopSignals } from './signals.ts';

/** What is there when the application is put together. */
export type Foundation = {
  settings: Settings;
  /** Where this server is reached, such as `http://127.0.0.1:4400`; PUBLIC_URL, if set. */
  url: string;
  /** Migrated. */
  database: OpenDatabase;
  log: Logger;
  /** Adds what must be closed when the server ends, also if it never comes to be ready; the last added goes first. */
  atEnd: Shutdown['add'];
};

/** The application, as `run` needs it; a Fastify instance that is ready will do for `app`. */
export type Application = {
  app: { server: Server; close: () => Promise<unknown> };
  /** Called first when the server is told to stop, while running requests still finish. */
  stopping: () => void;
  /** Lines for the person who started the server, after the one with the address. */
  announcement: string[];
};

/**
 * Runs the server until it is told to stop: settings, port, database, migrations, application, in this order, so that
 * what fails fails before anything is touched that would need undoing.
 *
 * A `StartFault` becomes one line on stderr and its exit code. Anything else thrown is a bug and ends the process as such.
 */
export async function run(
  environment: NodeJS.ProcessEnv,
  assemble: (foundation: Foundation) => Promise<Application>,
): Promise<void> {
  let shutdown: Shutdown | null = null;
  try {
    const settings = readSettings(environment);
    const log = createLog(settings.logLevel);
    shutdown = createShutdown(log.log);
    obeyStopSignals(shutdown);
    await start(settings, log, shutdown, assemble);
  } catch (error) {
    await shutdown?.run();
    if (!(error instanceof StartFault)) throw error;
    fail(error);
  }
}

async function start(
  settings: Settings,
  { log, watch }: Log,
  shutdown: Shutdown,
  assemble: (foundation: Foundation) => Promise<Application>,
): Promise<void> {
  const listener = await bindListener(settings);
  shutdown.add('listener', listener.close);

  const database = await openDatabase(settings, {
    info: (line) => log.info({ part: 'postgresql' }, line),
    broken: (err) => log.warn({ part: 'database', err }, 'a database connection broke'),
  });
  watch.probeBy(() => database.pool.query('SELECT'));
  shutdown.add('database', database.close);
  void database.lost.then(async (fault) => {
    await shutdown.run();
    fail(fault);
  });

  const url = settings.publicUrl ?? listener.url;
  const prepare = async () => {
    for (const name of await migrate(database.pool)) log.info({ migration: name }, 'migrated');
    return assemble({ settings, url, database, log, atEnd: shutdown.add });
  };
  // The keys lie there whatever the database.
  const where = database.embedded ? 'inside' : 'elsewhere';
  const { app, stopping, announcement } = await withFolderFaults(settings.dataFolder, prepare, where);
  shutdown.add('application', async () => void (await app.close()));
  shutdown.add('running requests', listener.close);
  shutdown.add('readiness', stopping);

  listener.serve(app.server);
  process.stdout.write([`Pyladder is ready: ${url}`, ...announcement, ''].join('\n'));
}

function fail(fault: StartFault): never {
  process.stderr.write(`${fault.message}\n`);
  process.exit(exitCodeOf(fault.fault));
}
