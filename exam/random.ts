/** A source of uniform numbers in [0, 1). Rules take it as an argument, so that a disputed draw can be repeated. */
export type Random = () => number;

/** The same things in random order; the argument is left as it was. Equal sort keys are as unlikely as a collision of doubles. */
export function shuffle<T>(things: readonly T[], random: Random): T[] {
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ thing }) => thing);
}
