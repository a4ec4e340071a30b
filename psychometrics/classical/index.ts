export * from './item-statistics.ts';
export * from './misconceptions.ts';
export * from './options.ts';
export * from './reliability.ts';
