export * from './curves.ts';
export * from './cut.ts';
export * from './information.ts';
export * from './item.ts';
export * from './logistic.ts';
export * from './score-distribution.ts';
