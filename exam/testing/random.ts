import type { Random } from '../random.ts';

/**
 * A repeatable source of chance for tests: 32-bit state, enough for thousands of draws.
 *
 * @see Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators": the 32-bit finaliser of SplitMix
 */
export function givenRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
