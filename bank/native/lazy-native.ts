import { findNative, type NativeMachine, type NativePython, openNativePython } from '@pyladder/python/native';

/** Native Python for whoever comes to need it. */
export type LazyNative = {
  /** What it can prove here; looked for at the first call. */
  machine(): NativeMachine;
  /** Opens it at the first call; later ones get the same. */
  open(): NativePython;
  close(): Promise<void>;
};

/** Opens nothing before somebody needs it: most builds have no native template. */
export function lazyNative(find: () => NativeMachine = findNative): LazyNative {
  let found: NativeMachine | null = null;
  let native: NativePython | null = null;
  return {
    machine() {
      found ??= find();
      return found;
    },
    open() {
      native ??= openNativePython();
      return native;
    },
    async close() {
      await native?.close();
    },
  };
}
