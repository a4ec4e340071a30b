import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Refusal } from '@pyladder/exam';
import type { Db } from '../deps.ts';
import { countAttempts, deleteAttempts } from './attempts.queries.ts';

/** One thing of which only so many tries are let through in a window. `subject` is hashed before it is kept. */
export type Limit = { subject: string; most: number; windowSeconds: number };

const MINUTE = 60;

/**
 * Limits of signing in. The narrow one joins account and address: who guesses at one account from one place is stopped,
 * and nobody else is. The address alone is nearly free, for a test centre or a whole university has one. The account alone stops guessing from
 * many places, without locking its owner out: a browser that has signed in to the account before is not counted there.
 */
export function signInLimits(email: string, address: string, isKnownBrowser: boolean): Limit[] {
  const place = networkOf(address);
  const limits = [
    { subject: `sign-in ${email} ${place}`, most: 10, windowSeconds: 5 * MINUTE },
    { subject: `sign-in from ${place}`, most: 3000, windowSeconds: 5 * MINUTE },
  ];
  if (isKnownBrowser) return limits;
  return [...limits, { subject: `sign-in ${email}`, most: 100, windowSeconds: 60 * MINUTE }];
}

/** Limit of making accounts: a full hall in ten minutes, not a list of addresses being tried out. */
export function signUpLimits(address: string): Limit[] {
  return [{ subject: `sign-up from ${networkOf(address)}`, most: 1000, windowSeconds: 10 * MINUTE }];
}

/**
 * Counts one more try.
 *
 * @throws Refusal too_many_attempts with `retryAfterSeconds`
 */
export async function requireAttemptsLeft(db: Db, secret: Buffer, limits: Limit[]): Promise<void> {
  const keyed = limits
    .map((limit) => ({ ...limit, key: keyOf(secret, limit) }))
    .toSorted((one, other) => Buffer.compare(one.key, other.key));
  const counted = await countAttempts(db, keyed);
  const waits = keyed.flatMap(({ key, most }) => {
    const found = counted.find((row) => row.key.equals(key));
    return found !== undefined && found.tried > most ? [found.secondsLeft] : [];
  });
  if (waits.length > 0) throw new Refusal('too_many_attempts', { retryAfterSeconds: Math.max(1, ...waits) });
}

/** Forgets the tries under the narrowest limit: who gets in has shown that they were honest mistakes. */
export async function forgetAttempts(db: Db, secret: Buffer, [narrowest]: Limit[]): Promise<void> {
  if (narrowest !== undefined) await deleteAttempts(db, keyOf(secret, narrowest));
}

function keyOf(secret: Buffer, { subject }: Limit): Buffer {
  return createHmac('sha256', secret).update('pyladder-attempts-1').update(subject).digest();
}

/** An address, or for IPv6 its /64 network: one subscriber has all of that. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    groups.push(...new Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
