/** A place for a token: `⟨1⟩`. */
const gap = /⟨(\d+)⟩/g;

/** The numbers of the gaps of a program, in their order. */
export function listGaps(code: string): number[] {
  return [...code.matchAll(gap)].map((match) => Number(match[1]));
}

/** A program with texts in its gaps; the first goes into `⟨1⟩`. */
export function fillGaps(code: string, texts: readonly string[]): string {
  return code.replace(gap, (mark, number) => texts[Number(number) - 1] ?? mark);
}

/** All ways to fill so many slots from so many tokens, as indexes of tokens. */
export function listFillings(slots: number, tokens: number): number[][] {
  if (slots === 0) return [[]];
  return listFillings(slots - 1, tokens).flatMap((filling) =>
    Array.from({ length: tokens }, (_, token) => [...filling, token]),
  );
}
