import { readdirSync, readFileSync } from 'node:fs';

/** What all processes of a sandbox use together. */
export type Usage = { memoryBytes: number; milliseconds: number };

/** Linux tells processor time in hundredths of a second, whatever the kernel's own clock is. */
const millisecondsPerTick = 10;
const tickFields = 4;

/**
 * Measures the sandbox whose first process this is; processes that end meanwhile count as using nothing.
 * Pages that a process and its child still share count for both.
 *
 * @see proc(5), /proc/pid/stat (utime, stime, cutime, cstime) and /proc/pid/status
 */
export function measureSandbox(firstProcess: number): Usage {
  // The sandbox's own list of processes, seen from here.
  const processes = `/proc/${firstProcess}/root/proc`;
  const usage: Usage = { memoryBytes: 0, milliseconds: 0 };
  for (const name of entriesOf(processes)) {
    if (!/^\d+$/.test(name)) continue;
    usage.memoryBytes += memoryOf(textOf(`${processes}/${name}/status`));
    usage.milliseconds += ticksOf(textOf(`${processes}/${name}/stat`)) * millisecondsPerTick;
  }
  return usage;
}

function memoryOf(status: string): number {
  const sizes = status.matchAll(/^(?:RssAnon|RssShmem):\s+(\d+) kB$/gm);
  return [...sizes].reduce((sum, [, kibibytes]) => sum + Number(kibibytes) * 1024, 0);
}

function ticksOf(stat: string): number {
  // The name of the process, in parentheses, may hold blanks and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 11 + tickFields).reduce((sum, field) => sum + Number(field), 0);
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
