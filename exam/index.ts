export * from './item.ts';
export * from './ladder.ts';
export * from './random.ts';
export * from './refusal.ts';
