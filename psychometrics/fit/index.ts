export * from './likelihood-fit.ts';
export * from './local-dependence.ts';
export * from './mean-squares.ts';
export * from './score-fit.ts';
