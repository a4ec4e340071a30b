import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ending = '.draft';
/** So old a draft was left by a process that was killed; nobody writes for so long. */
const oldMilliseconds = 3_600_000;

/** Puts a file in place at once, so that whoever reads or is killed meanwhile finds the one before or this one, whole. */
export function writeWholeFile(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}${ending}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/** Whether a name is that of a file that never was finished. */
export function isDraft(name: string): boolean {
  return name.endsWith(ending);
}

/** Removes what killed processes left in a folder; a draft that somebody may be writing now stays. */
export function removeOldDrafts(folder: string, now: number = Date.now()): void {
  for (const name of readdirSync(folder).filter(isDraft)) {
    const file = join(folder, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (written !== undefined && now - written > oldMilliseconds) rmSync(file, { force: true });
  }
}
