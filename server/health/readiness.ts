import type { Health } from '@pyladder/contract';

/** What must be there before this node can serve everything; each part is reported by whoever brings it up. */
export type Readiness = {
  database: Health['database'];
  practiceBank: Health['practiceBank'];
  examBank: Health['examBank'];
  isStopping: boolean;
};

/** Nothing is ready yet. */
export function createReadiness(): Readiness {
  return {
    database: 'starting',
    practiceBank: 'starting',
    examBank: { status: 'starting', built: 0, total: 0 },
    isStopping: false,
  };
}

/** Where the node stands as a whole. */
export function overallStatus({ database, practiceBank, examBank, isStopping }: Readiness): Health['status'] {
  if (isStopping) return 'stopping';
  return [database, practiceBank, examBank.status].every((part) => part === 'ready') ? 'ready' : 'starting';
}
