import { unzipSync } from 'fflate';
import { UnreadableQuiz } from './question.ts';

/** A member of an archive, in memory: nothing is ever written under its name. */
export type ZipMember = { name: string; bytes: Uint8Array };

const mostMembers = 5000;
const mostBytesEach = 4 * 1024 * 1024;
const mostBytes = 64 * 1024 * 1024;

/** Unpacks the members whose name says that they may be a quiz. @throws UnreadableQuiz if it is damaged or too large */
export function readZip(bytes: Uint8Array): ZipMember[] {
  let members = 0;
  let total = 0;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        members += 1;
        if (members > mostMembers) throw new UnreadableQuiz(`The archive has more than ${mostMembers} members.`);
        if (!/\.(xml|qti|gift|txt|md|markdown|ya?ml)$/i.test(name) || /(^|\/)imsmanifest\.xml$/i.test(name))
          return false;
        if (originalSize > mostBytesEach)
          throw new UnreadableQuiz('A member of the archive is larger than 4 MB when unpacked.');
        total += originalSize;
        if (total > mostBytes) throw new UnreadableQuiz('The archive is larger than 64 MB when unpacked.');
        return true;
      },
    });
    return Object.entries(unpacked)
      .map(([name, content]) => ({ name, bytes: content }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof UnreadableQuiz) throw error;
    throw new UnreadableQuiz(
      `This archive is damaged: ${error instanceof Error ? error.message : 'it cannot be unpacked'}.`,
    );
  }
}
