import { type Limit, networkOf } from '../identity/attempts.ts';

/**
 * How many credentials an address may have verified here: more than a person opens, fewer than would keep a node busy.
 * Whoever has thousands uses the command, on a machine of their own.
 */
export function verifyLimits(address: string): Limit[] {
  return [{ subject: `verify from ${networkOf(address)}`, most: 300, windowSeconds: 60 }];
}
