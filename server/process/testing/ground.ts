import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { findProcesses } from '../../database/embedded/leftovers.ts';
import { makeTestFolder } from '../../database/testing/test-server.ts';
import { type Clone, type ServerProcess, startServerProcess } from './server-process.ts';

export const isRoot = process.getuid?.() === 0;

/** Containers often keep even root from mounting. */
export const mayMount = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** Folders and processes of one test file, all gone after `clear`. */
export type Ground = {
  folder: () => string;
  /** An empty folder for a clone, which every account can reach. */
  cloneFolder: () => string;
  /** A small file system of its own, to be filled. Root only. */
  smallDisk: (megabytes: number) => string;
  start: (environment: Record<string, string>, clone?: Clone) => ServerProcess;
  clear: () => Promise<void>;
};

export function createGround(): Ground {
  const folders: string[] = [];
  const disks: string[] = [];
  const servers: ServerProcess[] = [];
  const folder = () => {
    const made = makeTestFolder();
    folders.push(made);
    return made;
  };
  return {
    folder,
    cloneFolder: () => {
      const made = `${folder()}/clone`;
      mkdirSync(made);
      return made;
    },
    smallDisk: (megabytes) => {
      const disk = `${folder()}/disk`;
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', disk]);
      disks.push(disk);
      return disk;
    },
    start: (environment, clone) => {
      const server = startServerProcess(environment, clone);
      servers.push(server);
      return server;
    },
    clear: async () => {
      for (const { child, ended } of servers) {
        child.kill('SIGTERM');
        await ended;
      }
      for (const made of folders) await gone(`${made}/postgresql/data`);
      for (const disk of disks) execFileSync('umount', [disk]);
      for (const made of folders) rmSync(made, { recursive: true });
    },
  };
}

/** Settles when no process works in a PostgreSQL data folder any more. */
export async function gone(data: string): Promise<void> {
  while (findProcesses(data).length > 0) await pause(20);
}
