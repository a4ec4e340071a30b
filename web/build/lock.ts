import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Lock = { release: () => Promise<void> };

/** The owner shows that it lives; a process id alone may have passed to somebody else since. */
const HEARTBEAT_MS = 1_000;
const SILENCE_MS = 15_000;

/**
 * Takes a lock file, waiting for a living owner; one that was killed loses it.
 *
 * @param path of the lock file; it holds the owner's process id
 */
export async function takeLock(path: string): Promise<Lock> {
  await mkdir(dirname(path), { recursive: true });
  while (!(await createLock(path))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await wait(150);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch((error: unknown) => {
      if (!isSystemError(error, 'ENOENT')) throw error;
    });
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      return rm(path, { force: true });
    },
  };
}

/** True if the file is ours now: creation fails where it exists. */
async function createLock(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** True if the owner is gone or silent; false while it lives, is just writing its id, or has just let go. */
async function isAbandoned(path: string): Promise<boolean> {
  try {
    const owner = Number.parseInt(await readFile(path, 'utf8'), 10);
    const silence = Date.now() - (await stat(path)).mtimeMs;
    return silence > SILENCE_MS || (Number.isInteger(owner) && !isAlive(owner));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isSystemError(error, 'ESRCH');
  }
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
