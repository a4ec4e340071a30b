import { fileURLToPath } from 'node:url';
import { BadPack, formatProblem, loadLadder } from '@pyladder/bank';
import type { Ladder } from '@pyladder/exam';
import { StartFault } from '../process/faults.ts';

/** The pack of the ladder that this installation certifies. */
export const LADDER_FOLDER = fileURLToPath(new URL('../../packs/python-ladder', import.meta.url));

/** The ladder that this installation certifies, from its pack. @throws StartFault ladder_refused */
export function loadInstalledLadder(folder: string = LADDER_FOLDER): Ladder {
  try {
    return loadLadder(folder);
  } catch (error) {
    if (!(error instanceof BadPack)) throw error;
    const problems = error.problems.map((problem) => formatProblem(problem));
    throw new StartFault({ kind: 'ladder_refused', problems }, { cause: error });
  }
}
