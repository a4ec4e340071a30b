import { type Limit, networkOf } from '../identity/attempts.ts';

const MINUTE = 60;

/** How many questions an address may draw and answer without an account: a full lecture hall, not a copy of the bank in a minute. */
export function trialLimits(address: string): Limit[] {
  return [{ subject: `trial from ${networkOf(address)}`, most: 900, windowSeconds: MINUTE }];
}
