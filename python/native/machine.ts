import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basePackages, type NativeNeed, nativeNeeds, nativePackages } from './needs.ts';
import { userOfSandbox } from './sandbox.ts';

/** What this machine can prove by itself. */
export type NativeMachine = {
  /** Version of /usr/bin/python3, such as "3.11.2"; null where programs cannot be run natively at all. */
  python: string | null;
  /** Why not, in words for whoever looks after the machine; null if they can. */
  obstacle: string | null;
  /** Needs that can be met here. */
  proves: NativeNeed[];
  /** Needs that cannot, each with the Debian packages that it lacks. */
  lacks: { need: NativeNeed; packages: string[] }[];
};

/** The CPython that native proofs are of: another one may answer otherwise, and its libraries are others. */
const provenLine = '3.11';

/** Looks at this machine; takes some hundredths of a second. */
export function findNative(has: (path: string) => boolean = existsSync): NativeMachine {
  const missing = (packages: readonly { name: string; proof: string }[]) =>
    packages.filter(({ proof }) => !has(proof)).map(({ name }) => name);
  const missingBase = missing(basePackages);
  const { python, obstacle } = missingBase.length === 0 ? tryPython() : { python: null, obstacle: null };
  const lacks = nativeNeeds
    .map((need) => ({ need, packages: [...missingBase, ...missing(nativePackages[need])] }))
    .filter(({ packages }) => packages.length > 0 || python === null);
  const lacking = lacks.map(({ need }) => need);
  return {
    python,
    obstacle:
      obstacle ?? (missingBase.length > 0 ? `These Debian packages are missing: ${missingBase.join(', ')}.` : null),
    proves: nativeNeeds.filter((need) => !lacking.includes(need)),
    lacks,
  };
}

/** Asks Python for its version, in the kind of sandbox that programs get. */
function tryPython(): { python: string | null; obstacle: string | null } {
  const sandbox = ['--unshare-all', '--unshare-user', '--disable-userns', '--die-with-parent', '--uid', '1000'];
  const tree = ['--ro-bind', '/usr', '/usr', '--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'];
  const command = ['/usr/bin/python3', '-I', '-S', '-c', 'import platform; print(platform.python_version())'];
  const { status, stdout, stderr, error } = spawnSync(
    '/usr/bin/bwrap',
    [...sandbox, ...tree, '--proc', '/proc', ...command],
    {
      encoding: 'utf8',
      timeout: 30_000,
      ...userOfSandbox(),
    },
  );
  if (status !== 0)
    return { python: null, obstacle: `bubblewrap cannot make a sandbox here: ${error?.message ?? stderr.trim()}` };
  const python = stdout.trim();
  if (!python.startsWith(`${provenLine}.`)) {
    return {
      python: null,
      obstacle: `/usr/bin/python3 is ${python}; native proofs are of ${provenLine}, Debian 12's.`,
    };
  }
  return { python, obstacle: null };
}
