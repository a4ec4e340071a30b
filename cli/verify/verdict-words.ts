import type { Report } from '@pyladder/credentials';
import { dateWords } from './printable.ts';
import type { Result } from './result.ts';

/** What a report comes to; a valid one is three things, according to what could be looked at and what it attests. */
export type Finding = Report['verdict'] | 'valid_unknown_status' | 'valid_demo';

export function findingOf({ verdict, complete, claims }: Report): Finding {
  if (verdict !== 'valid') return verdict;
  if (claims?.isDemo) return 'valid_demo';
  return complete ? 'valid' : 'valid_unknown_status';
}

/** A word or two, for a line of many. */
export const shortWords: Readonly<Record<Finding, string>> = {
  valid: 'valid',
  valid_unknown_status: 'status unknown',
  valid_demo: 'valid demo',
  expired: 'outside its time',
  suspended: 'suspended',
  revoked: 'revoked',
  unknown_issuer: 'unknown issuer',
  forged: 'forged',
  not_understood: 'not understood',
};

const HEADLINES: Readonly<Record<Finding, string>> = {
  valid: 'Genuine, and in force.',
  valid_unknown_status: 'Genuine, but whether it still stands could not be found out.',
  valid_demo: 'Genuine, but from a demonstration: it attests nothing.',
  expired: 'Genuine, but outside its time.',
  suspended: 'Genuine, but suspended',
  revoked: 'Genuine, but revoked',
  unknown_issuer: 'A credential of an issuer whose word could not be taken here.',
  forged: 'Not genuine: changed, or never signed by whom it names.',
  not_understood: 'Not understood: no credential that could be verified.',
};

const REASONS: Readonly<Record<string, string>> = {
  irregularity: 'an irregularity in the exam',
  identity_not_confirmed: 'the holder’s identity was not confirmed',
  issued_in_error: 'issued in error',
  requested_by_holder: 'at the holder’s own request',
  under_review: 'it is being looked into',
};

/** The verdict in one line, with the day and the reason of a withdrawal where they are known. */
export function headlineOf({ report, change }: Result): string {
  const headline = HEADLINES[findingOf(report)];
  if (headline.endsWith('.')) return headline;
  if (change === null) return `${headline}.`;
  return `${headline} on ${dateWords(change.at)} (reason: ${reasonWords(change.reason)}).`;
}

export function reasonWords(reason: string): string {
  return REASONS[reason] ?? reason;
}

/** What somebody who has to decide may conclude, and what not. */
export const meanings: Readonly<Record<Finding, string>> = {
  valid:
    'The issuer signed this credential, not a letter of it has changed since, and it has not been withdrawn. It names nobody: to learn whether it belongs to the person before you, ask them for the address of its page, or compare their e-mail address on the issuer’s verify page.',
  valid_unknown_status:
    'The issuer signed this credential, and not a letter of it has changed since. It may have been withdrawn all the same: before a decision that matters, verify it again with a connection.',
  valid_demo:
    'The signature holds, and the credential says of itself that it comes from a demonstration. Anybody can earn one. It is no qualification.',
  expired:
    'The issuer signed it, but the day of which you ask lies outside the time for which it was issued. Ask its holder whether there is a newer one.',
  suspended: 'The issuer is looking into it. While that lasts it attests nothing; verify it again later.',
  revoked:
    'The issuer took it back for good, so it attests nothing any more. A file or a picture that was made before shows nothing of that.',
  unknown_issuer:
    'It may be sound, and it may be made up by anybody: whose word counts is your decision. Find the issuer’s address by yourself, not through the credential, and name it with --trust.',
  forged:
    'Nothing that it says may be relied on. A damaged file can be the reason as well as a forgery: ask for the file as its holder downloaded it, or for the address of its page.',
  not_understood:
    'Nothing can be said about whether it is true. Ask for the file as its holder downloaded it (JSON, PNG, SVG or PDF), or for the address of its page; a screenshot or a scan holds no signature.',
};
