import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../../process/faults.ts';
import { lastComplaint, NEEDED_MEGABYTES, readFolderWords } from '../../process/folder-faults.ts';
import { CLUSTER_NAME, type Cluster } from './cluster.ts';
import { spawnTied } from './tied-child.ts';

/**
 * Makes the cluster's files if they do not exist yet: beside their place, then moved there, so that a start that is
 * cut off leaves nothing that looks like a database. The caller owns the folder's lock.
 *
 * @throws StartFault folder_full | folder_not_writable | folder_of_other_version | postgresql_failed
 */
export async function initialiseCluster(cluster: Cluster): Promise<void> {
  const { data, folder, programs } = cluster;
  if (existsSync(data)) return requireVersion(data, programs.major);

  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_MEGABYTES * 1_000_000) {
    throw new StartFault({ kind: 'folder_full', folder, neededMegabytes: NEEDED_MEGABYTES });
  }
  const unfinished = `${data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const complaint = await runInitdb(cluster, unfinished);
  if (complaint !== null) {
    rmSync(unfinished, { recursive: true, force: true });
    throw (
      readFolderWords(folder, complaint) ??
      new StartFault({ kind: 'postgresql_failed', folder, reason: lastComplaint(complaint) })
    );
  }
  renameSync(unfinished, data);
  syncFolder(folder);
}

function requireVersion(data: string, major: number): void {
  const wanted = `PostgreSQL ${major}`;
  const file = join(data, 'PG_VERSION');
  const found = existsSync(file)
    ? `a database of PostgreSQL ${readFileSync(file, 'utf8').trim()}`
    : 'no database of ours';
  if (found !== `a database of ${wanted}`)
    throw new StartFault({ kind: 'folder_of_other_version', folder: data, found, wanted });
}

/** What initdb said if it failed, null if it did not. */
function runInitdb({ account, durability, folder, programs }: Cluster, data: string): Promise<string | null> {
  const args = ['-D', data, '-U', CLUSTER_NAME, '-E', 'UTF8', '--locale=C', '--no-instructions'];
  // Anybody who can open the socket may sign in; the folder it lies in admits one account only.
  args.push('--auth=trust');
  // Sorting and case rules that are the same on every machine, whatever its locales.
  if (programs.major >= 17) args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (durability === 'none') args.push('--no-sync');
  return new Promise((settle) => {
    const child = spawnTied(join(programs.folder, 'initdb'), args, { account, folder, deathSignal: 'SIGTERM' });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', (error) => settle(error.message));
    child.once('close', (code) => settle(code === 0 ? null : said));
  });
}

/** A rename is durable once its folder is on disk. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
