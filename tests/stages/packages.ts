import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { debianPackages } from '@pyladder/python/native';
import { type Command, runCommand } from './command.ts';

/** A package of Debian 12 that some stages need, and a file by which one knows that it is there. */
export type DebianPackage = { name: string; proof: string; stages: readonly string[] };

export const packages: readonly DebianPackage[] = [
  { name: 'chromium', proof: '/usr/bin/chromium', stages: ['journeys'] },
  { name: 'poppler-utils', proof: '/usr/bin/pdftoppm', stages: ['server', 'server-15', 'journeys'] },
  { name: 'postgresql-15', proof: '/usr/lib/postgresql/15/bin/postgres', stages: ['server-15'] },
  {
    name: 'python3-cryptography',
    proof: '/usr/lib/python3/dist-packages/cryptography/__init__.py',
    stages: ['rules'],
  },
  { name: 'python3-pyld', proof: '/usr/lib/python3/dist-packages/pyld/__init__.py', stages: ['rules'] },
  ...debianPackages.map(({ name, proof }) => ({ name, proof, stages: ['python', 'bank'] })),
];

export type Machine = { isDebian12: boolean; isRoot: boolean; has: (file: string) => boolean };

/** What is to be done before the stages can run: nothing, install packages, or tell the person what to type. */
export type Preparation =
  | { type: 'none' }
  | { type: 'install'; names: string[] }
  | { type: 'ask'; names: string[]; command: string };

/** Looks for what the stages need and the machine does not have. */
export function prepare(machine: Machine, stages: readonly string[]): Preparation {
  const missing = packages.filter(
    (wanted) => wanted.stages.some((stage) => stages.includes(stage)) && !machine.has(wanted.proof),
  );
  const names = missing.map(({ name }) => name);
  if (names.length === 0) return { type: 'none' };
  if (!machine.isDebian12) {
    const possible = stages.filter((stage) => missing.every((wanted) => !wanted.stages.includes(stage)));
    return { type: 'ask', names, command: `npm test -- --only ${possible.join(',')}` };
  }
  if (!machine.isRoot) return { type: 'ask', names, command: `sudo apt-get install -y ${names.join(' ')}` };
  return { type: 'install', names };
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return {
    isDebian12: /^ID=debian$/m.test(release) && /^VERSION_ID="12"$/m.test(release),
    isRoot: process.getuid?.() === 0,
    has: existsSync,
  };
}

/** Installs Debian packages, as root; resolves with what went wrong in apt-get's words, or null. */
export async function installPackages(names: readonly string[]): Promise<string | null> {
  leaveNoServerBehind();
  const apt: Command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
  const update = await runCommand([...apt, 'update']);
  if (update.exitCode !== 0) return update.output;
  const install = await runCommand([...apt, 'install', '--no-install-recommends', ...names]);
  return install.exitCode === 0 ? null : install.output;
}

/** Debian's PostgreSQL starts a server of its own when it is installed; the tests start theirs, so this one is not made. */
function leaveNoServerBehind(): void {
  if (existsSync('/etc/postgresql-common')) return;
  mkdirSync('/etc/postgresql-common/createcluster.d', { recursive: true });
  writeFileSync('/etc/postgresql-common/createcluster.d/pyladder-tests.conf', 'create_main_cluster = false\n');
}
