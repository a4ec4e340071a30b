/** In UTF-16 units, as the contract counts. */
export const LONGEST_NOTE = 2000;

/** A note as the contract takes it: no control characters but line breaks and tabs, well-formed, not too long. */
export function cleanNote(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]/gu, '')
    .slice(0, LONGEST_NOTE)
    .toWellFormed();
}
