/** A source of uniform numbers in [0, 1). Whatever needs chance takes one, so that everything can be repeated. */
export type Random = () => number;

/**
 * A source that gives the same numbers for the same seed, everywhere: a counter through a mixing function with a period of
 * 2³². Good for simulation, not for secrets.
 *
 * @param seed a whole number; only its lowest 32 bits count
 * @throws RangeError if it is not a whole number: many would give the same numbers
 * @see Steele, Lea & Flood (2014), whose construction this is, at 32 bits
 */
export function seededRandom(seed: number): Random {
  if (!Number.isInteger(seed)) throw new RangeError(`seed ${seed} is not a whole number`);
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/**
 * A standard normal number from two uniform ones.
 *
 * @param random called twice
 * @returns finite, for numbers in [0, 1)
 * @formula normalNumber = sqrt(-2 * log(1 - u)) * cos(2 * PI * v)
 * @see Box & Muller (1958)
 */
export function normalNumber(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
