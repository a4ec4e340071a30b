export {
  type Assembly,
  type AssemblyProgress,
  type AssemblySettings,
  assembleForms,
} from './assemble.ts';
export type { Aim, AssemblyItem, Blueprint, Span } from './blueprint.ts';
export { listBreaches } from './breaches.ts';
export { loadSolver, type SolverLocation } from './highs-solver.ts';
export type { Solver, StopSignal } from './linear-model.ts';
