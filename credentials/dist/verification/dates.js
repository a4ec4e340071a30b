import { finding } from '../judge.js';
import { clockSkewMs } from '../proof/verification.js';
/** Whether `now` lies within the time for which a credential was given. */
export function checkDates({ validFrom, validUntil }, now) {
    if (validFrom !== null && validFrom.getTime() > now.getTime() + clockSkewMs) {
        return finding('failed', 'not_yet_valid', { validFrom: validFrom.toISOString() });
    }
    if (validUntil !== null && validUntil < now) {
        return finding('failed', 'expired', { validUntil: validUntil.toISOString() });
    }
    return finding('passed', validUntil === null ? 'without_end' : 'within_time');
}
