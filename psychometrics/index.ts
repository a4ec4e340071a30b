export * from './ability/index.ts';
export * from './calibration/index.ts';
export * from './classical/index.ts';
export * from './equating/index.ts';
export * from './fairness/index.ts';
export * from './linking/index.ts';
export * from './models/index.ts';
export { DEFAULT_GRID, type Grid, type Normal } from './numerics/quadrature.ts';
export * from './simulation/index.ts';
