import type { PythonVersion } from '@pyladder/python';
import type { NativeNeed, NativePython } from '@pyladder/python/native';
import type { PythonPool } from '@pyladder/python/node';
import type { ItemPython } from '../tools/item-python.ts';

/** The line of CPython that native proofs are of: Debian 12's. */
export const nativeVersion: PythonVersion = '3.11';

/**
 * Native Python as the kinds of items know Python, for programs with these needs; tools keep to `toolPython`. It is one
 * line of CPython: whoever asks for another one gets its answer all the same, so that beliefs, which are the same on
 * every line, can be run wherever the program can. Proofs are of `lines` alone.
 */
export function asPythonPool(
  native: NativePython,
  needs: readonly NativeNeed[],
  toolPython: PythonPool,
): Required<ItemPython> {
  return {
    lines: [nativeVersion],
    toolPython,
    run: async (_version, hashSeed, request, signal) => {
      const { picture: _, ...outcome } = await native.run({ ...request, needs, hashSeed }, signal);
      return outcome;
    },
    trace: async (_version, hashSeed, request, signal) => {
      const { outcome, steps, cut } = await native.trace({ ...request, needs, hashSeed }, signal);
      const { picture: _, ...ending } = outcome;
      return { outcome: ending, steps, cut };
    },
    photograph: async (hashSeed, request, signal) => {
      const { picture } = await native.run({ ...request, needs, hashSeed }, signal);
      return picture;
    },
    // Many templates use it one after another: whoever opened it closes it.
    close: async () => undefined,
  };
}
