import crypto from 'node:crypto';
import { makeEntropy } from '../interpreter/entropy.ts';

/**
 * Takes the place of the machine's randomness in this thread, so that a program that depends on chance is found out by
 * comparing seeds.
 *
 * @returns a function that starts the bytes anew
 */
export function replaceEntropy(seed: number): () => void {
  const { fill, restart } = makeEntropy(seed);
  // Pyodide asks the first; the second is there for whatever else may want random bytes in this thread.
  Object.defineProperty(crypto, 'randomFillSync', { value: fill });
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: fill });
  return restart;
}
