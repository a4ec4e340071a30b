import {
  namesHolder,
  parseStrictJson,
  readBadgeFile,
  type StatusSource,
  type TrustedIssuer,
  verifyBadge,
} from '@pyladder/credentials';
import type { Badge, FromWorker, Job, JobResult, ToWorker } from './protocol.ts';

/** A byte more than a badge may have: enough for the reader to say that a file is too large, and never all of a film. */
const READ_BYTES = 50 * 1024 * 1024 + 1;

export type AnswererParts = { status: StatusSource; now: () => Date };

/** Answers what a page asks of its worker; null where nothing is to be answered. Never rejects. */
export function createAnswerer({ status, now }: AnswererParts): (message: ToWorker) => Promise<FromWorker | null> {
  let trusted: readonly TrustedIssuer[] = [];
  const support = canCheckSignatures();

  async function work(job: Exclude<Job, { kind: 'probe' }>): Promise<JobResult> {
    const input = await readBadge(job.badge);
    if (job.kind === 'names-holder') return { kind: job.kind, isTheirs: await isHolder(input, job.email) };
    const at = now();
    const report = await verifyBadge(input, { trusted, status, now: at });
    return { kind: job.kind, report, checkedAt: at.toISOString() };
  }

  return async (message) => {
    if (message.kind === 'trust') {
      trusted = message.issuers;
      return null;
    }
    const { id, job } = message;
    try {
      const isAble = await support;
      if (job.kind === 'probe') return { kind: 'done', id, result: { kind: job.kind, isAble } };
      if (!isAble) return { kind: 'failed', id, fault: 'unsupported' };
      return { kind: 'done', id, result: await work(job) };
    } catch (error) {
      // Told to the page, which says so; and to the console, for whoever looks for the bug.
      console.error(error);
      return { kind: 'failed', id, fault: 'fault' };
    }
  };
}

async function readBadge(badge: Badge): Promise<string | Uint8Array> {
  if (typeof badge === 'string') return badge;
  return new Uint8Array(await badge.slice(0, READ_BYTES).arrayBuffer());
}

async function isHolder(input: string | Uint8Array, email: string): Promise<boolean | null> {
  const file = readBadgeFile(input);
  if (file.format === 'unreadable' || file.format === 'jwt') return null;
  return namesHolder(parseStrictJson(file.text), email);
}

/** An Ed25519 public key of zeros, which any browser that knows the curve imports. */
async function canCheckSignatures(): Promise<boolean> {
  const { subtle } = globalThis.crypto;
  // Absent on pages without https.
  if ((subtle as SubtleCrypto | undefined) === undefined) return false;
  return subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  );
}
