import { createHash } from 'node:crypto';
import type { Item } from '@pyladder/exam';

/** Lower-case hex of SHA-256 over UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * JSON with the keys of every object sorted and no white space: equal values give equal bytes.
 *
 * @param value JSON data: no functions, no undefined but as a property that is then left out
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isPlainObject(part) ? sortKeys(part) : part));
}

/** The name of an item: the hash of everything else it says. */
export function hashItem(item: Omit<Item, 'hash'>): string {
  const { hash: _, ...content } = { hash: '', ...item };
  return sha256(canonicalJson(content));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, value[key]]),
  );
}
