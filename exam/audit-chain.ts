/** Anything JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What the audit log says of one act. Every text as the database has it, so that nothing is lost on the way to a hash. */
export type AuditFacts = {
  /** A whole number, in digits: the order of writing. */
  id: string;
  issuerId: string;
  /** UTC with microseconds: `2026-05-04T10:42:07.123456Z`. */
  at: string;
  /** Null: the product itself. */
  actorId: string | null;
  action: string;
  subject: string;
  subjectId: string;
  detail: JsonValue;
};

/** Binds entries of the audit log to all that was sealed before. Hashes are SHA-256 in lower-case hex. */
export type AuditSeal = {
  issuerId: string;
  /** 1, 2, 3… */
  number: number;
  /** Hash of the seal before; null for the first. */
  previous: string | null;
  /** Of the hashes of its entries, see `auditDigestText`. */
  digest: string;
  /** How many entries it covers, and how many it and all before it do. */
  entries: number;
  total: number;
  /** UTC with milliseconds. */
  sealedAt: string;
  /** What was written and committed by then is in this seal or an earlier one; null until a seal first left nothing over. */
  completeUntil: string | null;
};

/** The text whose SHA-256 (UTF-8) is an entry's hash. */
export function auditEntryText(entry: AuditFacts): string {
  const { id, issuerId, at, actorId, action, subject, subjectId, detail } = entry;
  return canonicalText(['pyladder-audit-entry-1', id, issuerId, at, actorId, action, subject, subjectId, detail]);
}

/** The text whose SHA-256 is a seal's digest. @param hashes of its entries, in the order of their ids */
export function auditDigestText(hashes: readonly string[]): string {
  return canonicalText(['pyladder-audit-entries-1', ...hashes]);
}

/** The text whose SHA-256 is a seal's hash: it holds the hash before it, so no seal can be changed without all after it. */
export function auditSealText(seal: AuditSeal): string {
  const { issuerId, number, previous, digest, entries, total, sealedAt, completeUntil } = seal;
  const version = 'pyladder-audit-seal-1';
  return canonicalText([version, issuerId, number, previous, digest, entries, total, sealedAt, completeUntil]);
}

/**
 * JSON without white space, the keys of every object in the order of their UTF-16 units: equal values give equal text.
 *
 * @see RFC 8785 (JSON Canonicalization Scheme)
 */
function canonicalText(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([key, part]) => `${JSON.stringify(key)}:${canonicalText(part)}`).join(',')}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
