import { readdirSync, readFileSync } from 'node:fs';

/** What all processes of a sandbox use together. */
export type Usage = { memoryBytes: number; milliseconds: number };

/** Linux tells processor time in hundredths of a second, whatever the kernel's own clock is. */
const millisecondsPerTick = 10;
const tickFields = 4;

/**
 * Measures the sandbox whose first process this is; processes that end meanwhile count as using nothing.
 * Pages that a process and its child still share count for both, which is quick to find out; where that comes
 * to more than `enoughBytes`, each page counts once.
 *
 * @see proc(5), /proc/pid/stat (utime, stime, cutime, cstime), /proc/pid/status and /proc/pid/smaps_rollup
 */
export function measureSandbox(firstProcess: number, enoughBytes = Number.POSITIVE_INFINITY): Usage {
  // The sandbox's own list of processes, seen from here.
  const list = `/proc/${firstProcess}/root/proc`;
  const processes = entriesOf(list)
    .filter((name) => /^\d+$/.test(name))
    .map((name) => `${list}/${name}`);
  const milliseconds = sum(processes, (path) => ticksOf(textOf(`${path}/stat`)) * millisecondsPerTick);
  const quick = sum(processes, (path) => memoryOf(textOf(`${path}/status`)));
  const memoryBytes = quick <= enoughBytes ? quick : sum(processes, (path) => memoryOf(textOf(`${path}/smaps_rollup`)));
  return { memoryBytes, milliseconds };
}

function sum(paths: readonly string[], measure: (path: string) => number): number {
  return paths.reduce((total, path) => total + measure(path), 0);
}

/** Memory that only lives as long as its processes, of `status` (Rss) or of `smaps_rollup` (Pss: each one's share). */
function memoryOf(text: string): number {
  const sizes = text.matchAll(/^(?:RssAnon|RssShmem|Pss_Anon|Pss_Shmem):\s+(\d+) kB$/gm);
  return [...sizes].reduce((total, [, kibibytes]) => total + Number(kibibytes) * 1024, 0);
}

function ticksOf(stat: string): number {
  // The name of the process, in parentheses, may hold blanks and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 11 + tickFields).reduce((total, field) => total + Number(field), 0);
}

function entriesOf(folder: string): string[] {
  return unlessGone(() => readdirSync(folder)) ?? [];
}

function textOf(path: string): string {
  return unlessGone(() => readFileSync(path, 'utf8')) ?? '';
}

function unlessGone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return null;
    throw error;
  }
}
