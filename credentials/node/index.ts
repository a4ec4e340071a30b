export * from './fetch-fault.ts';
export * from './fetch-safely.ts';
export { type Network, publicNetwork } from './network.ts';
