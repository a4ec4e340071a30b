import { bringUpBanks } from './banks/bring-up.ts';
import type { Deps } from './deps.ts';
import { LADDER_FOLDER } from './ladder/ladder.ts';
import { scoringJobs } from './results/scoring.jobs.ts';
import { sweepSittings } from './sittings/sweeper.ts';

/** What a node does of its own accord. */
export type Background = {
  /** Ends it all: jobs under way finish, nothing new is begun. */
  stop(): Promise<void>;
};

/** Begins: banks, jobs, and the sweeper that closes what is past its time. @throws if the jobs cannot be taken up */
export async function startBackground(deps: Deps): Promise<Background> {
  const { db, banks, readiness, log, settings, installation, jobs } = deps;
  const ending = new AbortController();
  await scoringJobs(deps);
  const running = Promise.all([
    sweepSittings(deps, ending.signal),
    bringUpBanks(
      {
        db,
        banks,
        readiness,
        log,
        issuerId: installation.issuerId,
        examSeed: installation.examSeed,
        ladderFolder: LADDER_FOLDER,
        extraFolder: settings.examPacksFolder,
      },
      ending.signal,
    ),
  ]);
  // A damaged bank is said at once, and the node never becomes ready.
  running.catch((error: unknown) => log.fatal({ err: error }, 'the banks cannot be used'));
  return {
    async stop() {
      ending.abort();
      await Promise.allSettled([running, jobs.stop()]);
    },
  };
}
