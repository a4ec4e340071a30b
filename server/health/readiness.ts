import type { Health } from '@pyladder/contract';

/** How far this node has come; each part is reported by whoever brings it up. The database is asked anew each time. */
export type Readiness = {
  practiceBank: Health['practiceBank'];
  examBank: Health['examBank'];
  isStopping: boolean;
};

/** Nothing is ready yet. */
export function createReadiness(): Readiness {
  return { practiceBank: 'starting', examBank: { status: 'starting', built: 0, total: 0 }, isStopping: false };
}

/** Where the node stands as a whole. */
export function overallStatus(
  { practiceBank, examBank, isStopping }: Readiness,
  database: Health['database'],
): Health['status'] {
  if (isStopping) return 'stopping';
  return [database, practiceBank, examBank.status].every((part) => part === 'ready') ? 'ready' : 'starting';
}
