import type { Report, TrustedIssuer } from '@pyladder/credentials';
/** A file, or pasted text: JSON or a JWT. */
export type Badge = string | Blob;
/** What a worker can be asked for. */
export type Job =
  /** Whether this browser can check signatures at all. */
  | {
      kind: 'probe';
    }
  | {
      kind: 'verify';
      badge: Badge;
    }
  | {
      kind: 'names-holder';
      badge: Badge;
      email: string;
    };
/** To a worker: whom to trust, once and first; then one job after another. */
export type ToWorker =
  | {
      kind: 'trust';
      issuers: readonly TrustedIssuer[];
    }
  | {
      kind: 'job';
      id: number;
      job: Job;
    };
/** `unsupported`: this browser has no Ed25519, or none for a page without https. `fault`: a bug of ours. */
export type JobFault = 'unsupported' | 'fault';
/** `not_loaded`: the worker's code could not be fetched. `too_slow`: it gave no answer. `closed`: it was stopped. */
export type VerifierFaultCode = JobFault | 'not_loaded' | 'too_slow' | 'closed';
export type JobResult =
  | {
      kind: 'probe';
      isAble: boolean;
    }
  | {
      kind: 'verify';
      report: Report;
      checkedAt: string;
    }
  /** Null: the document says of nobody that it is theirs. */
  | {
      kind: 'names-holder';
      isTheirs: boolean | null;
    };
/** From a worker: that its code is there, then an answer to each job. */
export type FromWorker =
  | {
      kind: 'ready';
    }
  | {
      kind: 'done';
      id: number;
      result: JobResult;
    }
  | {
      kind: 'failed';
      id: number;
      fault: JobFault;
    };
