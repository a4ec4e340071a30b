import type { CSSProperties } from 'react';

/** Characters by which the rest of a line that is too long stands behind its beginning. */
const HANG = 2;

/** Lets a line of code that is too long go on below its own beginning, so that its indentation can still be seen. */
export function hangingIndent(text: string): CSSProperties | undefined {
  if (text.includes('\n')) return undefined;
  const indent = text.length - text.trimStart().length + HANG;
  return { paddingLeft: `${indent}ch`, textIndent: `-${indent}ch` };
}
