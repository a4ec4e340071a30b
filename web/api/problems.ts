import type { Problem } from '@pyladder/contract';

/** The server said no, or failed. `code` is a refusal code, `invalid_request`, or `fault` when the reply made no sense. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: Problem['detail'];
  readonly issues: NonNullable<Problem['issues']>;
  readonly requestId: string | null;

  constructor(status: number, problem: Problem) {
    super(`${status} ${problem.code}`);
    this.name = 'ProblemError';
    this.status = status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.issues = problem.issues ?? [];
    this.requestId = problem.requestId ?? null;
  }
}

/** The server could not be reached, or did not answer in time. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('the server was not reached', { cause });
    this.name = 'NetworkError';
  }
}
