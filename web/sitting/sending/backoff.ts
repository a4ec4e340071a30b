const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * How long to wait after `failures` failed attempts in a row, in milliseconds: doubling, at most 30 s, and spread out
 * so that a hall full of browsers does not come back in the same instant.
 *
 * @param random in [0, 1)
 */
export function waitAfter(failures: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(longest * (0.5 + random / 2));
}
