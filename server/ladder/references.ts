import { BadPack, formatProblem, loadReferences, type References } from '@pyladder/bank';
import type { ReferencesView } from '@pyladder/contract';
import { isGranted, type Ladder } from '@pyladder/exam';
import { StartFault } from '../process/faults.ts';
import { LADDER_FOLDER } from './ladder.ts';

/** What there is to read, by credential id, as anyone may see it. */
export type ReadingLists = Readonly<Record<string, ReferencesView>>;

/** What the pack of this installation's ladder names for reading. @throws StartFault ladder_refused */
export function loadReadingLists(ladder: Ladder, folder: string = LADDER_FOLDER): ReadingLists {
  return readingListsOf(ladder, readOrStop(ladder, folder));
}

function readOrStop(ladder: Ladder, folder: string): References {
  try {
    return loadReferences(folder, ladder);
  } catch (error) {
    if (!(error instanceof BadPack)) throw error;
    const problems = error.problems.map((problem) => formatProblem(problem));
    throw new StartFault({ kind: 'ladder_refused', problems }, { cause: error });
  }
}

function readingListsOf(ladder: Ladder, references: References): ReadingLists {
  const lists = ladder.credentials.flatMap((credential): [string, ReferencesView][] => {
    if (isGranted(credential)) return [];
    const objectives = credential.sections.flatMap((section) =>
      section.objectives.flatMap((objective) => {
        const found = references.get(`${credential.id}.${section.id}.${objective.id}`);
        return found === undefined ? [] : [{ section: section.id, objective: objective.id, references: [...found] }];
      }),
    );
    return [[credential.id, { objectives }]];
  });
  return Object.fromEntries(lists);
}
