import type { PythonVersion, RunRequest } from '@pyladder/python';
import { type NativeNeed, type NativePython, type NativeRequest, nativeRunLimits } from '@pyladder/python/native';
import type { PythonPool } from '@pyladder/python/node';
import type { ItemPython } from '../tools/item-python.ts';

/**
 * Processor time that a native program gets besides what its kind allows, in milliseconds: a new process, a screen or a
 * database, and packages that take a second to import.
 */
const startingUp = 8_000;

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
  const nativeRequest = (request: RunRequest, hashSeed: number): NativeRequest => {
    const { milliseconds = nativeRunLimits.milliseconds, ...limits } = request.limits ?? {};
    return { ...request, limits: { ...limits, milliseconds: milliseconds + startingUp }, needs, hashSeed };
  };
  return {
    lines: [nativeVersion],
    toolPython,
    run: async (_version, hashSeed, request, signal) => {
      const { picture: _, ...outcome } = await native.run(nativeRequest(request, hashSeed), signal);
      return outcome;
    },
    trace: async (_version, hashSeed, request, signal) => {
      const { outcome, steps, cut } = await native.trace(nativeRequest(request, hashSeed), signal);
      const { picture: _, ...ending } = outcome;
      return { outcome: ending, steps, cut };
    },
    photograph: async (hashSeed, request, signal) => {
      const { picture } = await native.run(nativeRequest(request, hashSeed), signal);
      return picture;
    },
    // Many templates use it one after another: whoever opened it closes it.
    close: async () => undefined,
  };
}
