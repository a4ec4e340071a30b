import type { Deps } from '../deps.ts';
import { issueCredentials } from './issuing.actions.ts';

/** Signs what was earned. */
export async function issuingJobs(deps: Deps): Promise<void> {
  await deps.jobs.work('issue_credentials', ({ candidateId }) => issueCredentials(deps, candidateId));
}
