import { type Finding, finding } from '../judge.ts';
import { clockSkewMs } from '../proof/verification.ts';
import type { Credential } from './credential.ts';

/** Whether `now` lies within the time for which a credential was given. */
export function checkDates(
  { validFrom, validUntil }: Pick<Credential, 'validFrom' | 'validUntil'>,
  now: Date,
): Finding {
  if (validFrom !== null && validFrom.getTime() > now.getTime() + clockSkewMs) {
    return finding('failed', 'not_yet_valid', { validFrom: validFrom.toISOString() });
  }
  if (validUntil !== null && validUntil < now) {
    return finding('failed', 'expired', { validUntil: validUntil.toISOString() });
  }
  return finding('passed', validUntil === null ? 'without_end' : 'within_time');
}
