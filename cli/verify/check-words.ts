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
  'signature.skipped': 'What was found before made it pointless.',
  'issuer.passed': 'The key belongs to an issuer whom you trust.',
  'issuer.failed': 'The issuer is not among those whom you trust and whose keys are known.',
  'issuer.unknown': 'Whose key it is could not be found out.',
  'issuer.skipped': 'What was found before made it pointless.',
  'status.passed': 'The issuer’s own list says that it has not been withdrawn.',
  'status.failed': 'The issuer’s own list says that it has been withdrawn.',
  'status.unknown': 'The issuer’s list of withdrawn credentials could not be had or used.',
  'status.skipped': 'What was found before made it pointless.',
  'dates.passed': 'The day of which you ask lies within the time for which it was issued.',
  'dates.failed': 'The day of which you ask lies outside the time for which it was issued.',
  'dates.unknown': 'They could not be read.',
  'dates.skipped': 'What was found before made it pointless.',
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
  format_not_known: () => 'It is none of the files that hold a credential: JSON, JWT, PNG, SVG or PDF.',
  looks_like_jpeg: () => 'It is a JPEG picture, which cannot hold a credential.',
  looks_like_html: () => 'It is a web page, not a credential.',
  no_credential: () => 'There is no credential inside.',
  several_credentials: () => 'There is more than one credential inside, and it does not say which is meant.',
  open_badges_2: () => 'It is a badge of Open Badges 2.0, the older form, which holds no signature of this kind.',
  duplicate_key: ({ line = '', column = '' }) =>
    `It says one thing twice (line ${line}, column ${column}), so that readers could differ about what it says.`,
  not_json: ({ line = '', column = '' }) => `It is not JSON (line ${line}, column ${column}).`,
  not_a_credential: () => 'It is JSON, but no credential.',
  not_a_badge: () => 'It is a credential, but no Open Badge.',
  context_unknown: () => 'It speaks a language that is not known here, so it cannot be said what it means.',
  context_inline: () => 'It gives words a meaning of its own, so that it could say something else than it seems to.',
  term_unknown: () => 'It holds a statement that its signature would not cover.',
  no_proof: () => 'It is not signed.',
  suite_not_supported: ({ suite = '' }) =>
    `Its signature is of a kind that is not checked here (${suite}): that says nothing against it.`,
  proof_from_the_future: () => 'It was signed after the instant of which you ask.',
  dates_out_of_order: () => 'Its end lies before its beginning.',
  key_not_known: () => 'The keys of its issuer are not known here.',
  key_of_another: () => 'It was signed with the key of somebody else than its issuer.',
  key_never_published: () => 'It was signed with a key that its issuer never published.',
  issuer_trusted: ({ name = '' }) => `The key belongs to ${name}, whom you trust.`,
  issuer_not_trusted: ({ issuer = '' }) =>
    `${issuer} is not among the issuers whom you trust and whose keys are known.`,
  revoked: () => 'The issuer’s own list says that it was revoked, which is for good.',
  suspended: () => 'The issuer’s own list says that it is suspended.',
  no_status: () => 'Its issuer made it so that it cannot be withdrawn.',
  status_not_asked: () => 'With --offline nobody is asked, and no saved list was given.',
  status_unreachable: () => 'The issuer’s list could not be had.',
  status_list_not_signed: () => 'The list that came is not signed by the issuer.',
  status_list_out_of_date: () => 'The list is not of the time of which you ask: get a newer one.',
  status_type_not_supported: () => 'Its issuer tells withdrawals in a way that is not known here.',
  not_yet_valid: ({ validFrom = '' }) => `It holds from ${dateWords(validFrom)} only.`,
  expired: ({ validUntil = '' }) => `It held until ${dateWords(validUntil)}.`,
  without_end: () => 'It was issued without an end.',
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
