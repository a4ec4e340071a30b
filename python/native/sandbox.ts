import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { NativeNeed } from './needs.ts';
import { systemCallFilter } from './system-calls.ts';

const nobody = 65534;

/** The user who runs programs: Node's own, or "nobody" where that is root, which could not be limited. */
export function userOfSandbox(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
}

const home = '/home/learner';
/** Where the sandbox has this room's Python. */
export const sourcesArchive = '/opt/pyladder.zip';

const mebibyte = 1024 * 1024;
const folderBytes = 64 * mebibyte;
/** A database needs 30 MiB before the first table is made. */
const servicesBytes = 256 * mebibyte;

/** Files that the sandbox finds in /etc; a name that is looked up is found in them or not at all. */
const files: Readonly<Record<string, string>> = {
  '/etc/hosts': '127.0.0.1 localhost\n::1 localhost\n',
  '/etc/passwd': `learner:x:1000:1000::${home}:/bin/sh\n`,
  '/etc/group': 'learner:x:1000:\n',
  '/etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
};

/** Parts of the machine's /etc and /var that its programs cannot do without; nothing personal is in them. */
const machineParts = [
  '/etc/alternatives',
  '/etc/fonts',
  '/etc/ld.so.cache',
  '/etc/matplotlibrc',
  '/etc/mime.types',
  '/etc/protocols',
  '/etc/services',
  '/var/cache/fontconfig',
];

/** A command in a sandbox of its own, with the numbers of the file descriptors it may use. */
export type SandboxOptions = {
  needs: readonly NativeNeed[];
  hashSeed: number;
  /** What Python runs: the text after `-c`. */
  script: string;
  /** The archive at `sourcesArchive`; null if there is none. */
  sources: Uint8Array | null;
};

/** A sandbox that has been started. */
export type Sandbox = {
  process: ChildProcess;
  stdin: Writable;
  stdout: Readable;
  stderr: Readable;
  /** File descriptor 3 inside. */
  request: Writable;
  /** File descriptor 4 inside. */
  report: Readable;
  /** The process that all others of the sandbox descend from, as this machine numbers it. @throws Error if it never was */
  firstProcess: Promise<number>;
};

/** Starts /usr/bin/python3 in a sandbox that ends with this thread, whatever ends it. */
export function startSandbox({ needs, hashSeed, script, sources }: SandboxOptions): Sandbox {
  const data: Uint8Array[] = [];
  const firstData = 6;
  function fileDescriptorOf(bytes: Uint8Array): string {
    data.push(bytes);
    return String(firstData + data.length - 1);
  }
  const filter = systemCallFilter();
  const argumentsOfBwrap = [
    ...['--unshare-all', '--unshare-user', '--disable-userns', '--die-with-parent', '--new-session'],
    ...['--uid', '1000', '--gid', '1000', '--hostname', 'pyladder', '--cap-drop', 'ALL', '--info-fd', '5'],
    ...(filter === null ? [] : ['--seccomp', fileDescriptorOf(filter)]),
    ...folders(needs),
    ...Object.entries(files).flatMap(([path, text]) => ['--ro-bind-data', fileDescriptorOf(Buffer.from(text)), path]),
    ...(sources === null ? [] : ['--ro-bind-data', fileDescriptorOf(sources), sourcesArchive]),
    ...['--remount-ro', '/', '--chdir', home, '--clearenv'],
    ...Object.entries(environment(needs, hashSeed)).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['/usr/bin/python3', '-c', script],
  ];
  const options: SpawnOptions = {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe', ...data.map(() => 'pipe' as const)],
    env: {},
    cwd: '/',
    ...userOfSandbox(),
  };
  const child = spawn('/usr/bin/bwrap', argumentsOfBwrap, options);
  for (const [i, bytes] of data.entries()) give(writableOf(child, firstData + i), bytes);
  return {
    process: child,
    stdin: writableOf(child, 0),
    stdout: readableOf(child, 1),
    stderr: readableOf(child, 2),
    request: writableOf(child, 3),
    report: readableOf(child, 4),
    firstProcess: readFirstProcess(readableOf(child, 5)),
  };
}

/** Writes all that there is to write. A reader that has gone does not want it any more. */
export function give(pipe: Writable, bytes: Uint8Array | string): void {
  pipe.on('error', () => pipe.destroy());
  pipe.end(bytes);
}

function folders(needs: readonly NativeNeed[]): string[] {
  const hasServices = needs.some((need) => need === 'tkinter' || need === 'mysql' || need === 'pip');
  const ownFolder = (path: string, bytes: number) => ['--size', String(bytes), '--tmpfs', path];
  return [
    // What has been installed by hand is not what others have: only Debian's own packages are there.
    ...['--ro-bind', '/usr', '/usr', '--tmpfs', '/usr/local', '--remount-ro', '/usr/local'],
    ...['bin', 'sbin', 'lib', 'lib64'].flatMap((name) => ['--symlink', `usr/${name}`, `/${name}`]),
    ...machineParts.flatMap((path) => ['--ro-bind-try', path, path]),
    ...['--proc', '/proc', '--dev', '/dev', ...ownFolder('/dev/shm', folderBytes), '--remount-ro', '/dev'],
    ...[...ownFolder('/tmp', folderBytes), ...ownFolder(home, folderBytes)],
    ...(hasServices ? ownFolder('/run/services', servicesBytes) : []),
  ];
}

function environment(needs: readonly NativeNeed[], hashSeed: number): Record<string, string> {
  const ofPip = { PIP_INDEX_URL: 'file:///run/services/index/simple', PIP_DISABLE_PIP_VERSION_CHECK: '1' };
  return {
    PATH: '/usr/bin:/usr/sbin',
    HOME: home,
    USER: 'learner',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    PYTHONHASHSEED: String(hashSeed),
    // As many threads as cores, each with memory of its own, would make runs differ from machine to machine.
    OPENBLAS_NUM_THREADS: '1',
    OMP_NUM_THREADS: '1',
    MALLOC_ARENA_MAX: '2',
    ...(needs.includes('pip') ? ofPip : {}),
  };
}

async function readFirstProcess(pipe: Readable): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of pipe) chunks.push(chunk);
  const told: unknown = JSON.parse(Buffer.concat(chunks).toString() || 'null');
  const number = typeof told === 'object' && told !== null && 'child-pid' in told ? told['child-pid'] : null;
  if (typeof number !== 'number') throw new Error('the sandbox did not start');
  return number;
}

function writableOf(child: ChildProcess, number: number): Writable {
  const pipe = child.stdio[number];
  if (pipe === null || pipe === undefined || !('write' in pipe)) throw new Error(`no pipe ${number} to write into`);
  return pipe;
}

function readableOf(child: ChildProcess, number: number): Readable {
  const pipe = child.stdio[number];
  if (pipe === null || pipe === undefined || !('read' in pipe)) throw new Error(`no pipe ${number} to read from`);
  return pipe;
}
