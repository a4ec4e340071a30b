import { type Finding } from '../judge.ts';
import type { Credential } from './credential.ts';
/** Whether `now` lies within the time for which a credential was given. */
export declare function checkDates({ validFrom, validUntil }: Pick<Credential, 'validFrom' | 'validUntil'>, now: Date): Finding;
