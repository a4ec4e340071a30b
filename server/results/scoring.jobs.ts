import type { Deps } from '../deps.ts';
import { scoreSitting } from './scoring.actions.ts';

/** Scores what was handed in. */
export async function scoringJobs(deps: Deps): Promise<void> {
  await deps.jobs.work('score_sitting', (key) => scoreSitting(deps, key));
}
