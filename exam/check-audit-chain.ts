import { type AuditFacts, type AuditSeal, auditDigestText, auditEntryText, auditSealText } from './audit-chain.ts';

/** An entry as a seal has it: the hash that was taken of it, and what the log says now (null: it is gone). */
export type SealedEntry = { id: string; hash: string; entry: AuditFacts | null };

/** Whether a seal's signature holds, and by a key that is published. */
export type SignatureVerdict = 'signed' | 'forged' | 'unknown_key';

/** A seal as it is stored, with all that it covers, in the order of ids. */
export type SealedBatch = {
  seal: AuditSeal & { hash: string };
  entries: readonly SealedEntry[];
  signature: SignatureVerdict;
};

/** What is wrong with the log, and where. */
export type AuditFault =
  | { code: 'seal_missing'; seal: number }
  | { code: 'seal_changed'; seal: number }
  | { code: 'seal_unlinked'; seal: number }
  | { code: 'seal_forged'; seal: number }
  | { code: 'seal_key_unknown'; seal: number }
  | { code: 'entry_changed'; seal: number; entry: string }
  | { code: 'entry_removed'; seal: number; entry: string }
  | { code: 'entry_added'; seal: number; entry: string }
  | { code: 'entries_replaced'; seal: number; entries: number; found: number }
  | { code: 'entry_backdated'; seal: number; entry: string; at: string; completeUntil: string };

/** A transaction that was open while a seal was made commits later; none is open longer than this. */
const LONGEST_TRANSACTION_MS = 10 * 60 * 1000;

/** The end of a chain that was checked so far. */
export type AuditHead = Pick<AuditSeal, 'number' | 'total' | 'completeUntil' | 'sealedAt'> & { hash: string };

/**
 * Checks the next seal of the log and everything it covers. What comes after a fault is checked all the same, against what
 * is stored, so that one changed entry does not hide the next.
 *
 * @param before the head so far; null at the beginning
 * @param sha256 UTF-8 text to lower-case hex (the caller brings it: this room has no cryptography)
 * @returns nothing if all is as it was sealed
 */
export function checkSealedBatch(
  before: AuditHead | null,
  { seal, entries, signature }: SealedBatch,
  sha256: (text: string) => string,
): AuditFault[] {
  const { number } = seal;
  return [
    ...checkSeal(before, seal, sha256),
    ...(signature === 'forged' ? [{ code: 'seal_forged' as const, seal: number }] : []),
    ...(signature === 'unknown_key' ? [{ code: 'seal_key_unknown' as const, seal: number }] : []),
    ...entries.flatMap(({ id, hash, entry }): AuditFault[] => {
      if (entry === null) return [{ code: 'entry_removed', seal: number, entry: id }];
      if (entry.id !== id || sha256(auditEntryText(entry)) !== hash)
        return [{ code: 'entry_changed', seal: number, entry: id }];
      return checkAge(before, entry);
    }),
    ...checkMembers(seal, entries, sha256),
  ];
}

/** Whether an entry, sealed or not, claims an instant that an earlier seal had already closed. */
export function checkAge(head: AuditHead | null, { id, at }: Pick<AuditFacts, 'id' | 'at'>): AuditFault[] {
  if (head === null || head.completeUntil === null) return [];
  const { number: seal, completeUntil } = head;
  if (Date.parse(at) >= Date.parse(completeUntil) - LONGEST_TRANSACTION_MS) return [];
  return [{ code: 'entry_backdated', seal, entry: id, at, completeUntil }];
}

function checkSeal(
  before: AuditHead | null,
  seal: SealedBatch['seal'],
  sha256: (text: string) => string,
): AuditFault[] {
  const { number, previous, hash, total, entries } = seal;
  const expected = (before?.number ?? 0) + 1;
  if (number !== expected) return [{ code: 'seal_missing', seal: expected }];
  if (sha256(auditSealText(seal)) !== hash) return [{ code: 'seal_changed', seal: number }];
  const isNext = previous === (before?.hash ?? null) && total === (before?.total ?? 0) + entries;
  return isNext ? [] : [{ code: 'seal_unlinked', seal: number }];
}

/** The seal names its entries by one digest; an entry that was slipped in is found by leaving out each in turn. */
function checkMembers(
  { number, digest, entries: count }: SealedBatch['seal'],
  entries: readonly SealedEntry[],
  sha256: (text: string) => string,
): AuditFault[] {
  const hashes = entries.map(({ hash }) => hash);
  const isSealed = (some: readonly string[]) => sha256(auditDigestText(some)) === digest;
  if (hashes.length === count && isSealed(hashes)) return [];
  if (hashes.length === count + 1) {
    const added = entries.find((_, index) => isSealed(hashes.toSpliced(index, 1)));
    if (added !== undefined) return [{ code: 'entry_added', seal: number, entry: added.id }];
  }
  return [{ code: 'entries_replaced', seal: number, entries: count, found: hashes.length }];
}
