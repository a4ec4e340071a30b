import type { AuditFacts, AuditSeal, SealedEntry } from '@pyladder/exam';

/** A seal as it is kept, with its hash and who signed it. */
export type StoredSeal = AuditSeal & { hash: string; kid: string; signature: string };

/** The audit log comes in parts: the seals in order, each with what it covers; then what no seal covers. */
export type LogPart =
  | { type: 'sealed'; seal: StoredSeal; entries: SealedEntry[] }
  /** Entries name this seal, and it is not there. */
  | { type: 'lost_seal'; seal: number }
  | { type: 'unsealed'; entry: AuditFacts };
