/** No letter of a living language carries more marks than this; more are there to run over other lines. */
const STACKED_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * What a reader can see of a text that somebody typed: one line, composed, without control characters, without
 * marks that turn the writing round or hide, without code points that mean nothing.
 */
export function visibleText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(STACKED_MARKS, '$1')
    .trim();
}

/** Like `visibleText`, cut at `limit` code points with an ellipsis, which is one of them. */
export function shortText(text: string, limit: number): string {
  const letters = [...visibleText(text)];
  return letters.length <= limit
    ? letters.join('')
    : `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
