const MOST_CHARACTERS = 300;

/**
 * Text of a stranger, safe for a terminal: one line, nothing that moves the cursor, changes colours or turns letters
 * round, and not without end.
 */
export function printable(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '\u{fffd}')
    .trim();
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1).toWellFormed()}…`;
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date as it is read aloud, 3 March 2027; text that is no date stays as it is. */
export function dateWords(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? printable(instant) : longDate.format(time);
}
