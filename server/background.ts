import { keepSealing } from './audit/sealing.ts';
import { type BankSources, bringUpBanks, bringUpPracticeBank } from './banks/bring-up.ts';
import { issuingJobs } from './credentials/issuing.jobs.ts';
import { keepReconciling } from './credentials/reconciliation.ts';
import type { Deps } from './deps.ts';
import { LADDER_FOLDER } from './ladder/ladder.ts';
import { scoringJobs } from './results/scoring.jobs.ts';
import { sweepSittings } from './sittings/sweeper.ts';

/** What a node does of its own accord. */
export type Background = {
  /** Nothing new is begun; what is under way finishes. */
  stop: () => Promise<void>;
};

/**
 * Begins: banks, jobs, the sweeper that closes what is past its time, and the search for credentials not
 * given. The practice bank is there when it returns.
 *
 * @throws StartFault practice_bank_refused
 */
export async function startBackground(deps: Deps): Promise<Background> {
  const { db, banks, readiness, log, settings, installation } = deps;
  const sources: BankSources = {
    db,
    banks,
    readiness,
    log,
    issuerId: installation.issuerId,
    examSeed: installation.examSeed,
    ladderFolder: settings.ladderFolder ?? LADDER_FOLDER,
    extraFolder: settings.examPacksFolder,
  };
  await bringUpPracticeBank(sources);
  await scoringJobs(deps);
  await issuingJobs(deps);
  const ending = new AbortController();
  const running = Promise.all([
    sweepSittings(deps, ending.signal),
    bringUpBanks(sources, ending.signal),
    keepReconciling(deps, ending.signal),
    keepSealing(deps, ending.signal),
  ]);
  running.catch((error: unknown) => log.fatal({ err: error }, 'what a node does of its own accord has ended'));
  return {
    stop: async () => {
      ending.abort();
      await Promise.allSettled([running]);
    },
  };
}
