import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Whose sitting, and which: the key of every row of a sitting. */
export type SittingKey = { candidateId: string; sittingId: string };

/** Longer than any sitting lasts with its pauses; a room that is open longer gets a new token when it loads again. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;
const UUID_BYTES = 16;
const BODY_BYTES = 2 * UUID_BYTES + 6;
const MAC_BYTES = 32;
const PURPOSE = Buffer.from('pyladder-sitting-token-1');

/**
 * A ticket that opens one sitting for saving and handing in, and nothing else. Any node of the installation can check
 * it without the database: candidate id, sitting id and expiry (ms since 1970), then HMAC-SHA256 over them, in base64url.
 *
 * @param secret the installation's token secret, 32 bytes
 */
export function issueSittingToken(secret: Buffer, { candidateId, sittingId }: SittingKey, now: Date): string {
  const body = Buffer.alloc(BODY_BYTES);
  body.write(candidateId.replaceAll('-', ''), 0, 'hex');
  body.write(sittingId.replaceAll('-', ''), UUID_BYTES, 'hex');
  body.writeUIntBE(now.getTime() + LIFETIME_MS, 2 * UUID_BYTES, 6);
  return Buffer.concat([body, macOf(secret, body)]).toString('base64url');
}

/** The sitting that a token opens at `now`, or null if it was not issued here, was changed, or is too old. */
export function readSittingToken(secret: Buffer, token: string, now: Date): SittingKey | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(macOf(secret, body), bytes.subarray(BODY_BYTES))) return null;
  if (body.readUIntBE(2 * UUID_BYTES, 6) < now.getTime()) return null;
  return { candidateId: uuidAt(body, 0), sittingId: uuidAt(body, UUID_BYTES) };
}

/** The purpose is part of what is signed, so that no other use of the secret can give a valid token. */
function macOf(secret: Buffer, body: Buffer): Buffer {
  return createHmac('sha256', keyOf(secret)).update(PURPOSE).update(body).digest();
}

/** Every save shows a token, and making a key of the secret costs twice as much as using it. */
const keys = new WeakMap<Buffer, KeyObject>();

function keyOf(secret: Buffer): KeyObject {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = createSecretKey(secret);
  keys.set(secret, key);
  return key;
}

function uuidAt(bytes: Buffer, offset: number): string {
  const hex = bytes.toString('hex', offset, offset + UUID_BYTES);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
