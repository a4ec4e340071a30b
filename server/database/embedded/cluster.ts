import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../../process/faults.ts';
import { makeFolder } from '../../process/made-folder.ts';
import type { Account } from './account.ts';
import type { Programs } from './programs.ts';

/** `none` is for tests: a power cut may lose everything. */
export type Durability = 'full' | 'none';

/** One PostgreSQL cluster on this machine: whose, where, and by which programs. */
export type Cluster = {
  /** Private to `account`; holds `data` and, if it fits, `sockets`. */
  folder: string;
  data: string;
  sockets: string;
  account: Account | null;
  programs: Programs;
  durability: Durability;
};

/** Name of the cluster's superuser and of its one database. */
export const CLUSTER_NAME = 'pyladder';

/** The kernel's limit on a socket's path is 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_PATH = 103;

/**
 * The folders of a cluster below a data folder, made where they are missing.
 *
 * @throws StartFault folder_unreachable
 */
export function prepareClusterFolder(
  dataFolder: string,
  account: Account | null,
): { folder: string; data: string; sockets: string } {
  const real = realpathSync(dataFolder);
  const folder = join(real, 'postgresql');
  makePrivateFolder(folder, account);
  if (account !== null && !mayEnter(folder, account)) {
    throw new StartFault({ kind: 'folder_unreachable', folder: dataFolder, account: account.name });
  }
  const sockets = chooseSocketFolder(folder);
  makePrivateFolder(sockets, account);
  return { folder, data: join(folder, 'data'), sockets };
}

/** Where connections to the cluster below a data folder go, whether it runs or not. */
export function findSocketFolder(dataFolder: string): string {
  return chooseSocketFolder(join(realpathSync(dataFolder), 'postgresql'));
}

/** Where connections go: beside the data, or in a short private folder when that path is too long for the kernel. */
function chooseSocketFolder(folder: string): string {
  const beside = join(folder, 'sockets');
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432.lock')) <= LONGEST_SOCKET_PATH) return beside;
  return `/tmp/pyladder-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

/** A folder that only the account enters. One that somebody else made there (in /tmp, anybody may) is refused. */
function makePrivateFolder(folder: string, account: Account | null): void {
  makeFolder(folder, 0o700);
  const found = lstatSync(folder);
  const self = process.getuid?.();
  const owner = account?.uid ?? self;
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== self)) {
    throw new StartFault({ kind: 'folder_not_writable', folder, reason: 'it belongs to another account' });
  }
  if (account !== null) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

/** Asks the kernel, by trying: rights of every folder above, access lists and mounts all have a say. */
function mayEnter(folder: string, account: Account): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}
