import { fileURLToPath } from 'node:url';
import { BadPack, formatProblem, loadLadder } from '@pyladder/bank';
import { SITE_ADDRESSES } from '@pyladder/contract';
import type { Ladder } from '@pyladder/exam';
import { StartFault } from '../process/faults.ts';

/** The pack of the ladder that this installation certifies. */
export const LADDER_FOLDER = fileURLToPath(new URL('../../packs/python-ladder', import.meta.url));

/** First words of an address that lead elsewhere: a credential of that name would have no page. */
const TAKEN_IDS: ReadonlySet<string> = new Set([
  'api',
  ...SITE_ADDRESSES.flatMap((address) => /^\/([a-z-]+)$/.exec(address)?.[1] ?? []),
]);

/** The ladder that this installation certifies, from its pack. @throws StartFault ladder_refused */
export function loadInstalledLadder(folder: string = LADDER_FOLDER): Ladder {
  const ladder = readOrStop(folder);
  const taken = ladder.credentials.filter(({ id }) => TAKEN_IDS.has(id));
  if (taken.length === 0) return ladder;
  const problems = taken.map(
    ({ id }) => `${folder}/ladder.yaml: \`/${id}\` is an address of the site. Give the credential another id.`,
  );
  throw new StartFault({ kind: 'ladder_refused', problems });
}

function readOrStop(folder: string): Ladder {
  try {
    return loadLadder(folder);
  } catch (error) {
    if (!(error instanceof BadPack)) throw error;
    const problems = error.problems.map((problem) => formatProblem(problem));
    throw new StartFault({ kind: 'ladder_refused', problems }, { cause: error });
  }
}
