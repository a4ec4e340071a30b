import { createHmac } from 'node:crypto';
import type { Random } from '@pyladder/exam';

/**
 * Uniform numbers in [0, 1) that depend on nothing but the seed: 53 bits at a time from HMAC-SHA256 over a counter.
 * Without the seed the next number cannot be told from the ones before it.
 *
 * @see NIST SP 800-108, section 4.1: key derivation in counter mode
 */
export function seededRandom(seed: string): Random {
  const perBlock = 4;
  let block: Buffer = Buffer.alloc(0);
  let drawn = 0;
  return () => {
    const place = drawn % perBlock;
    if (place === 0) block = hmacOfCounter(seed, drawn / perBlock);
    drawn += 1;
    return Number(block.readBigUInt64BE(place * 8) >> 11n) / 2 ** 53;
  };
}

/** A seed for one purpose, from which neither the parent nor a sibling can be told. */
export function deriveSeed(seed: string, purpose: string): string {
  return createHmac('sha256', seed).update(purpose).digest('hex');
}

/** A whole number in [0, below). */
export function drawIndex(random: Random, below: number): number {
  return Math.floor(random() * below);
}

function hmacOfCounter(seed: string, counter: number): Buffer {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  return createHmac('sha256', seed).update(message).digest();
}
