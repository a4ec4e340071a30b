export { findNative, type NativeMachine } from './machine.ts';
export {
  type NativeOutcome,
  type NativePython,
  type NativeRequest,
  nativeRunLimits,
  openNativePython,
} from './native-python.ts';
export { type DebianPackage, debianPackages, isNativeNeed, type NativeNeed, nativeNeeds } from './needs.ts';
