import type { Problem } from './problem.ts';

/** How far a calibration is: EM steps, of which nobody knows how many it takes; then passes for standard errors, of so many. */
export type CalibrationProgress =
  | { part: 'estimates'; done: number }
  | { part: 'standard errors'; done: number; of: number };

/** A problem that tells of each step and pass over the answers that it is asked for; `before` steps were taken already. */
export function watch<P extends Problem>(
  problem: P,
  onProgress: (progress: CalibrationProgress) => void,
  before = 0,
): P {
  // Two passes for each parameter, and two to come nearer to the summit by what they found.
  const of = 2 * problem.start.length + 2;
  let [steps, passes] = [before, 0];
  return {
    ...problem,
    step: (parameters) => {
      const taken = problem.step(parameters);
      onProgress({ part: 'estimates', done: ++steps });
      return taken;
    },
    gradient: (parameters) => {
      const slope = problem.gradient(parameters);
      onProgress({ part: 'standard errors', done: ++passes, of });
      return slope;
    },
  };
}
