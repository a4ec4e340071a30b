export * from './containers/index.ts';
export * from './report.ts';
export * from './trust.ts';
