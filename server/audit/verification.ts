import {
  type AuditFacts,
  type AuditFault,
  type AuditHead,
  checkAge,
  checkSealedBatch,
  type SignatureVerdict,
} from '@pyladder/exam';
import { compactVerify, errors, importJWK, type JWK } from 'jose';
import { sha256 } from './hashing.ts';
import type { LogPart, StoredSeal } from './log-part.ts';

/** What a check of the whole log found. */
export type AuditReport = {
  seals: number;
  /** Covered by seals. */
  entries: number;
  /** Newer than the last seal, and when the oldest of them was written. */
  unsealed: number;
  oldestUnsealedAt: string | null;
  head: { seal: number; hash: string; sealedAt: string } | null;
  /** A head that somebody had noted: the seal that has it, or null if none has. Absent when none was given. */
  expectedHead?: { hash: string; seal: number | null };
  /** Keys that signed, with the number of seals of each. */
  keys: { kid: string; seals: number }[];
  /** How many faults there are, and the first of them. */
  faultCount: number;
  faults: AuditFault[];
};

export type VerificationOptions = {
  /** The keys to believe. */
  keys: readonly JWK[];
  expectedHead: string | null;
  /** Told now and then how many entries are done. */
  onProgress?: (entries: number) => void;
};

/** Faults that are told one by one; after a wholesale change the rest is but a number. */
const TOLD = 20;
const PROGRESS_EVERY = 5000;

/** Checks a log from its first seal to its last entry, in one pass that holds one seal at a time. */
export async function verifyLog(
  parts: AsyncIterable<LogPart>,
  { keys, expectedHead, onProgress }: VerificationOptions,
): Promise<AuditReport> {
  const judgeSignature = await openKeyring(keys);
  const report = emptyReport(expectedHead);
  let head: AuditHead | null = null;
  let told = 0;
  for await (const part of parts) {
    if (part.type === 'sealed') {
      const signature = await judgeSignature(part.seal);
      noteFaults(report, checkSealedBatch(head, { ...part, signature }, sha256));
      noteSeal(report, part);
      head = part.seal;
    } else if (part.type === 'unsealed') {
      noteFaults(report, checkAge(head, part.entry));
      noteUnsealed(report, part.entry);
    } else if (part.seal > (head?.number ?? 0)) {
      noteFaults(report, [{ code: 'seal_missing', seal: part.seal }]);
    }
    const done = report.entries + report.unsealed;
    if (done - told < PROGRESS_EVERY) continue;
    told = done;
    onProgress?.(done);
  }
  return report;
}

function emptyReport(expectedHead: string | null): AuditReport {
  return {
    seals: 0,
    entries: 0,
    unsealed: 0,
    oldestUnsealedAt: null,
    head: null,
    ...(expectedHead !== null && { expectedHead: { hash: expectedHead, seal: null } }),
    keys: [],
    faultCount: 0,
    faults: [],
  };
}

function noteFaults(report: AuditReport, found: readonly AuditFault[]): void {
  report.faultCount += found.length;
  report.faults.push(...found.slice(0, TOLD - report.faults.length));
}

function noteSeal(report: AuditReport, { seal, entries }: Extract<LogPart, { type: 'sealed' }>): void {
  const { number, hash, sealedAt, kid } = seal;
  report.seals += 1;
  report.entries += entries.length;
  report.head = { seal: number, hash, sealedAt };
  if (report.expectedHead?.hash === hash) report.expectedHead.seal = number;
  const signer = report.keys.find((key) => key.kid === kid);
  if (signer === undefined) report.keys.push({ kid, seals: 1 });
  else signer.seals += 1;
}

function noteUnsealed(report: AuditReport, { at }: AuditFacts): void {
  report.unsealed += 1;
  if (report.oldestUnsealedAt === null || at < report.oldestUnsealedAt) report.oldestUnsealedAt = at;
}

/** Whether all is as it was sealed, and the head that somebody noted is in it. */
export function isIntact({ faultCount, expectedHead }: AuditReport): boolean {
  return faultCount === 0 && (expectedHead === undefined || expectedHead.seal !== null);
}

async function openKeyring(keys: readonly JWK[]): Promise<(seal: StoredSeal) => Promise<SignatureVerdict>> {
  const known = new Map<string | undefined, Awaited<ReturnType<typeof importJWK>>>();
  for (const key of keys) known.set(key.kid, await importJWK(key, 'EdDSA'));
  return async ({ issuerId, number, hash, kid, signature }) => {
    const key = known.get(kid);
    if (key === undefined) return 'unknown_key';
    const payload = await readSigned(signature, key);
    return payload === JSON.stringify({ issuerId, seal: number, hash }) ? 'signed' : 'forged';
  };
}

/** What a JWS says, or null if it was not signed with this key. */
async function readSigned(signature: string, key: Awaited<ReturnType<typeof importJWK>>): Promise<string | null> {
  try {
    const { payload } = await compactVerify(signature, key, { algorithms: ['EdDSA'] });
    return new TextDecoder().decode(payload);
  } catch (error) {
    // Whatever is wrong with it, it is no signature of this key.
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
