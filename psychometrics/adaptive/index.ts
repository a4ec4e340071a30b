export { ADAPTIVE_GRID, type AdaptiveAnswer, type AdaptiveBank, prepareBank } from './bank.ts';
export * from './next-item.ts';
