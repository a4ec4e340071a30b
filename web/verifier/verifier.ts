import type { Report, TrustedIssuer } from '@pyladder/credentials';
import { createLane, type Lane } from './lane.ts';
import type { Badge, Job, JobResult, VerifierFaultCode } from './worker/protocol.ts';

/** Why a browser could not verify something by itself; says nothing about the credential. */
export class VerifierFault extends Error {
  readonly code: VerifierFaultCode;

  constructor(code: VerifierFaultCode) {
    super(code);
    this.name = 'VerifierFault';
    this.code = code;
  }
}

export type CheckedReport = Report & { checkedAt: string };

/** Verifies in workers of this page; nothing but status lists of this site is asked of anybody. */
export type Verifier = {
  /** Whether this browser can check signatures: old ones cannot, and none can on a page without https. @throws VerifierFault */
  isAble(): Promise<boolean>;
  /** @throws VerifierFault */
  verify(badge: Badge): Promise<CheckedReport>;
  /** Whether the badge was issued to who has this e-mail address; null if it does not say. @throws VerifierFault */
  namesHolder(badge: Badge, email: string): Promise<boolean | null>;
  /** Ends its workers; what was not answered yet is rejected as `closed`. */
  close(): void;
};

type Waiting = { job: Job; resolve: (result: JobResult) => void; reject: (fault: VerifierFault) => void };

/** Workers at work at once: one core is left to the page. */
export function countLanes(): number {
  return Math.max(1, Math.min(4, navigator.hardwareConcurrency - 1));
}

/**
 * Opens a verifier. Its first worker loads at once, so that verifying goes on when the network is lost later; more, up
 * to `most`, come when there is more to do than one can.
 */
export function openVerifier(trusted: readonly TrustedIssuer[], most = countLanes()): Verifier {
  const queue: Waiting[] = [];
  const lanes = new Set<Lane>();
  const settings = { trusted, onFree: advance };
  let limit = most;
  let isClosed = false;
  lanes.add(createLane(settings));

  function advance(): void {
    for (const lane of lanes) if (lane.isGone()) lanes.delete(lane);
    while (queue.length > 0) {
      const free = [...lanes].find((lane) => lane.isFree()) ?? (lanes.size < limit ? createLane(settings) : null);
      if (free === null) return;
      lanes.add(free);
      const next = queue.shift();
      if (next !== undefined) void run(free, next);
    }
  }

  async function run(lane: Lane, waiting: Waiting): Promise<void> {
    const outcome = await lane.work(waiting.job);
    if (outcome.kind === 'done') waiting.resolve(outcome.result);
    else if (outcome.fault === 'not_loaded' && [...lanes].some((other) => other.isReady())) {
      // A further worker that does not load, offline say, leaves its job to those that are there.
      limit = lanes.size;
      queue.unshift(waiting);
    } else waiting.reject(new VerifierFault(outcome.fault));
    advance();
  }

  function ask(job: Job): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(new VerifierFault('closed'));
      queue.push({ job, resolve, reject });
      advance();
    });
  }

  return {
    async isAble() {
      const result = await ask({ kind: 'probe' });
      return result.kind === 'probe' && result.isAble;
    },
    async verify(badge) {
      const result = await ask({ kind: 'verify', badge });
      if (result.kind !== 'verify') throw new VerifierFault('fault');
      return { ...result.report, checkedAt: result.checkedAt };
    },
    async namesHolder(badge, email) {
      const result = await ask({ kind: 'names-holder', badge, email });
      if (result.kind !== 'names-holder') throw new VerifierFault('fault');
      return result.isTheirs;
    },
    close() {
      isClosed = true;
      for (const { reject } of queue.splice(0)) reject(new VerifierFault('closed'));
      for (const lane of lanes) lane.close();
      lanes.clear();
    },
  };
}
