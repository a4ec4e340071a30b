import { fileURLToPath } from 'node:url';
import { loadLadder } from '@pyladder/bank';
import type { Ladder } from '@pyladder/exam';

/** The pack of the ladder that this installation certifies. */
export const LADDER_FOLDER = fileURLToPath(new URL('../../packs/python-ladder', import.meta.url));

/** The ladder that this installation certifies, from its pack. @throws BadPack */
export function loadInstalledLadder(): Ladder {
  return loadLadder(LADDER_FOLDER);
}
