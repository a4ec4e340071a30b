import { fileURLToPath } from 'node:url';
import { BadPack, formatProblem, loadLadder } from '@pyladder/bank';
import { CredentialId, SITE_ADDRESSES } from '@pyladder/contract';
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
  const problems = ladder.credentials.flatMap(({ id }) => {
    const why = findFault(id);
    return why === null ? [] : [`${folder}/ladder.yaml: ${why}`];
  });
  if (problems.length === 0) return ladder;
  throw new StartFault({ kind: 'ladder_refused', problems });
}

/** Why a credential of this name could not be reached over HTTP, and what to do; null if it can. */
function findFault(id: string): string | null {
  if (TAKEN_IDS.has(id)) return `\`/${id}\` is an address of the site. Give the credential another id.`;
  if (CredentialId.safeParse(id).success) return null;
  return `\`${id}\` cannot stand in an address. Give the credential an id of 2 to 32 characters that begins with a letter.`;
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
