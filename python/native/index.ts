export { findNative, type NativeMachine } from './machine.ts';
export {
  type NativeOutcome,
  type NativePython,
  type NativeRequest,
  type NativeTracing,
  nativeRunLimits,
  openNativePython,
} from './native-python.ts';
export { type DebianPackage, debianPackages, isNativeNeed, type NativeNeed, nativeNeeds } from './needs.ts';
