import type { Check } from '@pyladder/credentials';
import { wordsOfReason } from './fault-words.ts';
import { dateWords, printable } from './printable.ts';

export const checkNames: Readonly<Record<Check['name'], string>> = {
  format: 'Document',
  signature: 'Signature',
  issuer: 'Issuer',
  status: 'Withdrawn?',
  dates: 'Dates',
};

export const resultWords: Readonly<Record<Check['result'], string>> = {
  passed: 'in order',
  failed: 'NOT in order',
  unknown: 'not known',
  skipped: 'not looked at',
};

/** What a check found, by what it looked at and how it went. */
const USUAL: Readonly<Record<`${Check['name']}.${Check['result']}`, string>> = {
  'format.passed': 'It can be read, and it is an Open Badges credential.',
  'format.failed': 'It could not be read as a credential that can be verified.',
  'format.unknown': 'It could not be looked at.',
  'format.skipped': 'There was nothing to look at.',
  'signature.passed': 'It fits the document to the last letter: nothing was added, changed or left out.',
  'signature.failed': 'It does not fit the document.',
  'signature.unknown': 'It could not be checked here.',
  'signature.skipped': 'Not looked at, because of what was found before.',
  'issuer.passed': 'The key belongs to an issuer whom you trust.',
  'issuer.failed': 'The issuer is not one whom you trust.',
  'issuer.unknown': 'Whose key it is could not be found out.',
  'issuer.skipped': 'Not looked at, because of what was found before.',
  'status.passed': 'The issuer’s own list says that it has not been withdrawn.',
  'status.failed': 'The issuer’s own list says that it has been withdrawn.',
  'status.unknown': 'The issuer’s list of withdrawn credentials could not be had or used.',
  'status.skipped': 'Not looked at, because of what was found before.',
  'dates.passed': 'The day of which you ask lies within the time for which it was issued.',
  'dates.failed': 'The day of which you ask lies outside the time for which it was issued.',
  'dates.unknown': 'They could not be read.',
  'dates.skipped': 'Not looked at, because of what was found before.',
};

type Words = (detail: Readonly<Record<string, string>>) => string;

/** What is worth saying more exactly than by how a check went. */
const BY_CODE: Readonly<Record<string, Words>> = {
  file_missing: () => 'There is no such file.',
  file_not_readable: ({ reason = '' }) => `The file cannot be read (${reason}).`,
  file_too_large: () => 'It is larger than 50 MB, which no credential is.',
  address_offline: () => 'With --offline nothing is fetched: give the file instead.',
  address_not_fetched: ({ reason = '', detail }) =>
    `Nothing could be fetched: ${wordsOfReason(reason).replace(/\.$/, detail === undefined ? '.' : ` (${detail}).`)}`,
  too_demanding: () => 'It is made so that reading it would take for ever.',
  empty: () => 'There is nothing in it.',
  too_large: () => 'It is larger than 50 MB, which no credential is.',
  looks_like_jpeg: () => 'It is a JPEG picture, which cannot hold a credential.',
  looks_like_html: () => 'It is a web page, not a credential.',
  no_credential: () => 'There is no credential inside.',
  several_credentials: () => 'There is more than one credential inside, and it does not say which is meant.',
  open_badges_2: () => 'It is a badge of Open Badges 2.0, the older form, which holds no signature of this kind.',
  duplicate_key: ({ line = '', column = '' }) =>
    `It says one thing twice (line ${line}, column ${column}), so that readers could differ about what it says.`,
  not_json: ({ line = '', column = '' }) => `It is not JSON (line ${line}, column ${column}).`,
};

/** What a check found, in a sentence for people. */
export function checkSentence({ name, result, code, detail }: Check): string {
  const exactly = BY_CODE[code];
  if (exactly !== undefined) return printable(exactly(detail));
  const usual = USUAL[`${name}.${result}`];
  return result === 'passed' || result === 'skipped' ? usual : `${usual} (${printable(code)}${detailWords(detail)})`;
}

function detailWords(detail: Readonly<Record<string, string>>): string {
  const parts = Object.entries(detail).map(([name, value]) => `${printable(name)}: ${valueWords(value)}`);
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

function valueWords(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? dateWords(value) : printable(value);
}
