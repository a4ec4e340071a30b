export { canProve, modulesWithin, nativeNeedsOf, packagesLacking } from './native-needs.ts';
export { asPythonPool, nativeVersion } from './native-pool.ts';
export {
  keyOfOrigin,
  type NativeProof,
  type NativeProofs,
  type Origin,
  readNativeProofs,
  recordProof,
  takeOnTrust,
  writeNativeProofs,
} from './native-proofs.ts';
export { sayTrusted, unprovenProblem } from './unproven.ts';
