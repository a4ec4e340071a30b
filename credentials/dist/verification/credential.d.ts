import { type JsonRecord } from '../badge/json.ts';
import { type Finding } from '../judge.ts';
/** What of a badge decides over its verdict. */
export type Credential = {
    document: JsonRecord;
    issuerId: string;
    validFrom: Date | null;
    validUntil: Date | null;
    statusEntries: readonly JsonRecord[];
};
/**
 * Reads what decides over the verdict, and refuses whatever could be read in two ways: a date in a list is the same
 * signed statement, and would be overlooked by whoever expects a text.
 *
 * @returns why it is not understood, if it is not
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
export declare function readCredential(document: unknown): Credential | Finding;
/**
 * The time for which a credential, or a status list, was given. Version 1.1 of the data model has other names for the
 * dates, and a proof may end before what it proves: of several that are given, the strictest counts.
 */
export declare function readDates(document: JsonRecord): Pick<Credential, 'validFrom' | 'validUntil'> | Finding;
