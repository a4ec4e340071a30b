/** What Moodle takes for a mark of GIFT unless a backslash stands before it. */
const marks = /[\\~=#{}:]/g;

/** A text as it must stand in a GIFT file, on one line. */
export function escapeGift(text: string): string {
  return text.replace(marks, '\\$&').replaceAll('\n', '\\n');
}

/** Undoes `escapeGift`. A backslash before anything else is a backslash, as in `'\t'`. */
export function unescapeGift(text: string): string {
  return text.replace(/\\([\\~=#{}:n])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));
}
