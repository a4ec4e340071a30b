export { type LazyNative, lazyNative } from './lazy-native.ts';
export { loadNativeProofs } from './load-proofs.ts';
export { canProve, modulesWithin, nativeNeedsOf, packagesLacking } from './native-needs.ts';
export { asPythonPool, nativeVersion } from './native-pool.ts';
export {
  keyOfOrigin,
  type NativeProof,
  type NativeProofs,
  type Origin,
  readNativeProofs,
  recordProof,
  type Trust,
  takeOnTrust,
  writeNativeProofs,
} from './native-proofs.ts';
export { pythonFor } from './python-for.ts';
export { sayLeftOut, sayTrusted, unprovenProblem } from './unproven.ts';
