import { readInstant } from '../badge/instant.ts';
import { isRecord, type JsonRecord, listOf } from '../badge/json.ts';
import { type Finding, finding } from '../judge.ts';
import { readStatusEntries, type StatusEntry } from './status-entry.ts';

/** What of a badge decides over its verdict. */
export type Credential = {
  document: JsonRecord;
  issuerId: string;
  validFrom: Date | null;
  validUntil: Date | null;
  statusEntries: readonly StatusEntry[];
};

const bases: readonly unknown[] = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'];
/** Badges of version 2 are not signed in themselves, so they are told apart to be named and no more. */
const contextOfOpenBadges2 = /^https:\/\/w3id\.org\/openbadges\/v[12]$/;
const badgeTypes: readonly unknown[] = ['OpenBadgeCredential', 'AchievementCredential'];

/**
 * Reads what decides over the verdict, and refuses whatever could be read in two ways: a date in a list is the same
 * signed statement, and would be overlooked by whoever expects a text.
 *
 * @returns why it is not understood, if it is not
 * @see https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential
 */
export function readCredential(document: unknown): Credential | Finding {
  if (!isRecord(document)) return failed('not_a_credential');
  const types = listOf(document.type);
  const contexts = listOf(document['@context']);
  const [base] = contexts;
  if (contexts.some((context) => typeof context === 'string' && contextOfOpenBadges2.test(context))) {
    return failed('open_badges_2');
  }
  if (!types.includes('VerifiableCredential')) return failed('not_a_credential');
  if (!types.some((type) => badgeTypes.includes(type))) return failed('not_a_badge');
  if (!bases.includes(base)) return failed('context_missing');

  const issuerId = isRecord(document.issuer) ? document.issuer.id : document.issuer;
  if (typeof issuerId !== 'string' || issuerId === '') return failed('malformed', { field: 'issuer' });
  const subjects = listOf(document.credentialSubject);
  if (subjects.length !== 1 || !isRecord(subjects[0])) return failed('malformed', { field: 'credentialSubject' });
  if (listOf(subjects[0].achievement).length > 1) return failed('malformed', { field: 'achievement' });
  const statusEntries = readStatusEntries(document.credentialStatus);
  if (statusEntries === null) return failed('malformed', { field: 'credentialStatus' });

  const dates = readDates(document);
  if ('code' in dates) return dates;
  return { document, issuerId, ...dates, statusEntries };
}

const fields = ['validFrom', 'issuanceDate', 'validUntil', 'expirationDate'] as const;

/**
 * The time for which a credential, or a status list, was given. Version 1.1 of the data model has other names for the
 * dates, and a proof may end before what it proves: of several that are given, the strictest counts.
 */
export function readDates(document: JsonRecord): Pick<Credential, 'validFrom' | 'validUntil'> | Finding {
  const read = new Map<string, Date>();
  for (const field of fields) {
    if (document[field] === undefined) continue;
    const date = readInstant(document[field]);
    if (date === null) return failed('date_malformed', { of: field });
    read.set(field, date);
  }
  const validFrom = extreme('latest', [read.get('validFrom'), read.get('issuanceDate')]);
  const validUntil = extreme('earliest', [
    read.get('validUntil'),
    read.get('expirationDate'),
    ...endsOfProofs(document),
  ]);
  if (validFrom !== null && validUntil !== null && validFrom > validUntil) {
    return failed('dates_out_of_order', { of: 'credential' });
  }
  return { validFrom, validUntil };
}

/** Those that are no dates are found when the proofs are checked. */
function endsOfProofs(document: JsonRecord): Date[] {
  return listOf(document.proof)
    .filter(isRecord)
    .map(({ expires }) => readInstant(expires))
    .filter((date) => date !== null);
}

function extreme(which: 'earliest' | 'latest', dates: readonly (Date | undefined)[]): Date | null {
  const times = dates.filter((date) => date !== undefined).map((date) => date.getTime());
  if (times.length === 0) return null;
  return new Date(which === 'earliest' ? Math.min(...times) : Math.max(...times));
}

function failed(code: string, detail: Readonly<Record<string, string>> = {}): Finding {
  return finding('failed', code, detail);
}
