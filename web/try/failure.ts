import { NetworkError, ProblemError } from '../api/problems.ts';

/** Why a question or its debrief could not be had. */
export type Failure = { kind: 'offline' | 'gone' | 'fault' } | { kind: 'busy'; seconds: number };

/** What went wrong, as far as the person can do something about it. A fault of the page itself is told to the browser, too. */
export function readFailure(error: unknown): Failure {
  if (error instanceof NetworkError) return { kind: 'offline' };
  if (!(error instanceof ProblemError)) {
    // Not thrown: nobody above would catch it, and the visitor would wait for ever.
    reportError(error);
    return { kind: 'fault' };
  }
  if (error.code === 'too_many_attempts')
    return { kind: 'busy', seconds: Number(error.detail.retryAfterSeconds ?? 60) };
  return { kind: error.status === 404 ? 'gone' : 'fault' };
}
