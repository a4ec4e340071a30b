import { problemAt } from '../problem.ts';
import type { ReadingGate } from './gate.ts';

const [lowest, highest] = [0.4, 0.95];

/** Neither so hard that it tells nothing of a borderline candidate, nor so easy. */
export const fairDifficulty: ReadingGate = ({ difficulty, source }) => {
  if (difficulty >= lowest && difficulty <= highest) return [];
  const what = `A difficulty of ${difficulty} does not tell candidates apart.`;
  const remedy = `Write the chance that a borderline candidate is right, from ${lowest.toFixed(2)} to ${highest.toFixed(2)}.`;
  return [problemAt(source.placeOf(['difficulty']), what, remedy)];
};
