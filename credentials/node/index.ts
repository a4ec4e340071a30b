export * from './fetch-fault.ts';
export * from './fetch-safely.ts';
export * from './issuer-source.ts';
export { type Network, publicNetwork } from './network.ts';
export * from './status-source.ts';
export type { Terms } from './verification-thread.ts';
export * from './verifiers.ts';
export * from './verify-many.ts';
