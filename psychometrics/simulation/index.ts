export * from './random.ts';
export * from './responses.ts';
