/** A package of Debian 12, and a file by which one knows that it is there. */
export type DebianPackage = { name: string; proof: string };

const distPackages = '/usr/lib/python3/dist-packages';

const bubblewrap: DebianPackage = { name: 'bubblewrap', proof: '/usr/bin/bwrap' };
const python: DebianPackage = { name: 'python3', proof: '/usr/bin/python3' };

/** What every need takes: the interpreter, and the sandbox around it. */
export const basePackages: readonly DebianPackage[] = [bubblewrap, python];

const numpy: DebianPackage = { name: 'python3-numpy', proof: `${distPackages}/numpy/__init__.py` };

const packagesByNeed = {
  /** The module sqlite3, which Pyodide brings on one version only. */
  sqlite: [],
  /** asyncio.run(): an event loop with the sockets that it wakes itself by. */
  asyncio: [],
  threads: [],
  processes: [],
  sockets: [],
  numpy: [numpy],
  matplotlib: [numpy, { name: 'python3-matplotlib', proof: `${distPackages}/matplotlib/__init__.py` }],
  tkinter: [
    { name: 'python3-tk', proof: '/usr/lib/python3.11/tkinter/__init__.py' },
    { name: 'xvfb', proof: '/usr/bin/Xvfb' },
    { name: 'fonts-dejavu-core', proof: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' },
  ],
  mysql: [
    { name: 'mariadb-server-core', proof: '/usr/sbin/mariadbd' },
    { name: 'python3-pymysql', proof: `${distPackages}/pymysql/__init__.py` },
  ],
  pip: [
    { name: 'python3-pip', proof: `${distPackages}/pip/__init__.py` },
    { name: 'python3-venv', proof: '/usr/share/doc/python3-venv/copyright' },
    { name: 'python3-setuptools', proof: `${distPackages}/setuptools/__init__.py` },
    { name: 'python3-wheel', proof: `${distPackages}/wheel/__init__.py` },
  ],
} as const satisfies Record<string, readonly DebianPackage[]>;

/** A word of a template's `needs:` that only CPython on the machine itself can meet. */
export type NativeNeed = keyof typeof packagesByNeed;

/** The packages of each need, beside `basePackages`. */
export const nativePackages: Readonly<Record<NativeNeed, readonly DebianPackage[]>> = packagesByNeed;

/** All these packages, each once. */
export const debianPackages: readonly DebianPackage[] = [
  ...new Map(
    [...basePackages, ...Object.values(nativePackages).flat()].map((wanted) => [wanted.name, wanted]),
  ).values(),
];

/** Every such word. */
export const nativeNeeds: readonly NativeNeed[] = Object.keys(packagesByNeed).filter(isNativeNeed);

/** Whether a program with this need has to run natively. */
export function isNativeNeed(need: string): need is NativeNeed {
  return Object.hasOwn(packagesByNeed, need);
}
