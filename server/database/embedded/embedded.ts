import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { StartFault } from '../../process/faults.ts';
import { withFolderFaults } from '../../process/folder-faults.ts';
import { makeFolder } from '../../process/made-folder.ts';
import { findAccount } from './account.ts';
import { CLUSTER_NAME, type Cluster, type Durability, prepareClusterFolder } from './cluster.ts';
import { lockFolder } from './folder-lock.ts';
import { initialiseCluster } from './initialisation.ts';
import { clearLeftovers } from './leftovers.ts';
import { connectionTo, type PostgresqlLog, type Postmaster, startPostmaster } from './postmaster.ts';
import { findPrograms, type Programs } from './programs.ts';

export type EmbeddedOptions = {
  /** Absolute; made if missing. */
  dataFolder: string;
  log: PostgresqlLog;
  durability?: Durability;
  /** Instead of the ones that npm installed; the cluster's account must be able to run them. */
  programs?: Programs;
};

export type EmbeddedDatabase = {
  connection: ReturnType<typeof connectionTo>;
  /** Settles only when PostgreSQL ended by itself and could not be started again. */
  lost: Promise<StartFault>;
  /** Stops PostgreSQL and gives the folder free. */
  stop: () => Promise<void>;
};

/** Pauses before PostgreSQL is started again after it ended by itself; after the last one it is given up. */
const RESTART_PAUSES_MS = [0, 500, 2000, 5000];
/** After this long in service, an earlier fall does not count any more. */
const STEADY_MS = 60_000;

/**
 * Starts the PostgreSQL that Pyladder brings along, in a data folder that this process then owns. What an earlier owner
 * left behind when it was killed is cleared away; PostgreSQL is started again when it ends by itself.
 *
 * @throws StartFault
 */
export async function startEmbedded({
  dataFolder,
  log,
  durability = 'full',
  programs,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const account = await findAccount();
  return withFolderFaults(dataFolder, async () => {
    // Others may pass through (PostgreSQL's account must), but not look around.
    makeFolder(dataFolder, account === null ? 0o700 : 0o711);
    const lock = lockFolder(dataFolder);
    try {
      const folders = prepareClusterFolder(dataFolder, account);
      const cluster: Cluster = {
        ...folders,
        account,
        durability,
        programs: programs ?? findPrograms(account, folders.folder),
      };
      await clearLeftovers(cluster);
      await initialiseCluster(cluster);
      const postmaster = await startPostmaster(cluster, log);
      await ensureDatabase(cluster, postmaster);
      const guard = keepRunning(cluster, postmaster, log);
      const stop = async () => {
        await guard.stop();
        rmSync(cluster.sockets, { recursive: true, force: true });
        lock.release();
      };
      return { connection: connectionTo(cluster, CLUSTER_NAME), lost: guard.lost, stop };
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

/** The one database may be missing after a first start that was cut off between making the cluster and this. */
async function ensureDatabase(cluster: Cluster, postmaster: Postmaster): Promise<void> {
  const client = new pg.Client(connectionTo(cluster, 'postgres'));
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [CLUSTER_NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${CLUSTER_NAME}`);
    await client.end();
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

/** Starts PostgreSQL again whenever it ends without having been told to. */
function keepRunning(cluster: Cluster, first: Postmaster, log: PostgresqlLog): Pick<EmbeddedDatabase, 'lost' | 'stop'> {
  let current: Promise<Postmaster> = Promise.resolve(first);
  const stopping = new AbortController();
  const lost = new Promise<StartFault>((giveUp) => {
    const watch = async (postmaster: Postmaster, falls: number): Promise<void> => {
      const since = performance.now();
      const fault = await postmaster.ended;
      if (stopping.signal.aborted) return;
      log(`PostgreSQL ended by itself and is started again: ${fault.message}`);
      await again(fault, performance.now() - since > STEADY_MS ? 0 : falls);
    };
    const again = async (fault: StartFault, falls: number): Promise<void> => {
      const pauseMs = RESTART_PAUSES_MS[falls];
      if (pauseMs === undefined) return giveUp(fault);
      await pause(pauseMs);
      if (stopping.signal.aborted) return;
      current = clearLeftovers(cluster).then(() => startPostmaster(cluster, log));
      try {
        void watch(await current, falls + 1);
      } catch (error) {
        if (!(error instanceof StartFault)) throw error;
        await again(error, falls + 1);
      }
    };
    void watch(first, 0);
  });
  const stop = async () => {
    stopping.abort();
    // A restart under way is waited for; if it fails, there is nothing to stop.
    const postmaster = await current.catch((error: unknown) => {
      if (error instanceof StartFault) return null;
      throw error;
    });
    await postmaster?.stop();
  };
  return { lost, stop };
}
