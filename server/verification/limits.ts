import { type Limit, networkOf } from '../identity/attempts.ts';

const MINUTE = 60;
/** A picture with a credential in it is smaller; taking in the largest file costs the thread that serves everybody 40 ms. */
const LARGE_BYTES = 512 * 1024;

/**
 * How many credentials an address may have verified here: more than a person opens, fewer than would keep a node busy.
 * Whoever has thousands uses the command, on a machine of their own.
 *
 * @param length of the body, as the request says beforehand; null if it does not
 */
export function verifyLimits(address: string, length: number | null): Limit[] {
  const place = networkOf(address);
  const limits = [{ subject: `verify from ${place}`, most: 300, windowSeconds: MINUTE }];
  if (length !== null && length <= LARGE_BYTES) return limits;
  return [...limits, { subject: `verify much from ${place}`, most: 20, windowSeconds: MINUTE }];
}
