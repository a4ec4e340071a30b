/** Longest note or reason that is kept, in characters. */
const LONGEST = 500;
const SHORTEST = 3;

/** Whether a note or reason says something and is not too long, by the same rule as the server. */
export function isNote(text: string): boolean {
  const { length } = text.trim();
  return length >= SHORTEST && text.length <= LONGEST;
}
