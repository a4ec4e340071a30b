import { typefaceFor } from './typefaces.ts';
import { visibleText } from './visible-text.ts';

/** What stands where the name does, and what is said if the name could not be set. */
export type HolderLine = { text: string; isName: boolean; note: string | null };

/**
 * The holder's line of a certificate. Without a name it speaks of whoever holds it; a name in letters that the
 * typefaces here do not have is never half written: the certificate's page shows it.
 */
export function holderLine(holderName: string | null): HolderLine {
  const name = visibleText(holderName ?? '');
  if (name === '') return { text: 'The holder of this certificate', isName: false, note: null };
  if (typefaceFor(name, 'semibold') !== null) return { text: name, isName: true, note: null };
  return {
    text: 'The person named on its page',
    isName: false,
    note: 'The name is written in letters that this document does not have; the page at the address below shows it.',
  };
}

const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as people write it: 3 May 2026. */
export function writeDay(date: Date): string {
  return written.format(date);
}

/** When it was issued, and until when it holds. */
export function writeValidity(issuedAt: Date, expiresAt: Date | null): string {
  const until = expiresAt === null ? 'It does not expire.' : `Valid until ${writeDay(expiresAt)}.`;
  return `Issued on ${writeDay(issuedAt)}. ${until}`;
}

/** How anybody checks a certificate, in one line; the address follows. */
export const HOW_TO_CHECK = 'To see whether it still stands, scan the code or open this page:';

/** What the file carries besides the page, and the number to ask for it by. */
export function writeAttached(credentialId: string): string[] {
  return ['The signed credential is attached to this file as credential.json.', `Its number is ${credentialId}.`];
}

/** What a demo certificate says of itself. */
export const DEMO_SENTENCE = 'Made by an installation for trying things out. It attests nothing.';
