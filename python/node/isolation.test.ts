import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type PythonVersion, pythonVersions } from '../protocol.ts';
import { openPythonPool, type PythonPool } from './pool.ts';

// An interpreter takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let pool: PythonPool;
beforeAll(() => {
  // One worker: every program of this file runs in the interpreter that the one before has used.
  pool = openPythonPool({ workers: 1 });
});
afterAll(() => pool.close());

function run(version: PythonVersion, code: string) {
  return pool.run(version, 0, { code, stdin: '', misconceptions: [] });
}

const leaks: [what: string, before: string, after: string][] = [
  ['a variable', 'secret = 1', 'print("secret" in globals(), "secret" in dir())'],
  [
    'a variable of the builtins',
    'import builtins\nbuiltins.secret = 1',
    'import builtins\nprint(hasattr(builtins, "secret"))',
  ],
  ['a builtin that was replaced', 'import builtins\nbuiltins.len = lambda x: 99', 'print(len([1]) == 99)'],
  ['a module that was changed', 'import math\nmath.pi = 3', 'import math\nprint(math.pi == 3)'],
  [
    'a module that was put in place',
    'import sys\nsys.modules["mine"] = sys',
    'import sys\nprint("mine" in sys.modules)',
  ],
  ['a changed search path', 'import sys\nsys.path.append("/mine")', 'import sys\nprint("/mine" in sys.path)'],
  [
    'a raised recursion limit',
    'import sys\nsys.setrecursionlimit(500)',
    'import sys\nprint(sys.getrecursionlimit() == 500)',
  ],
  ['an environment variable', 'import os\nos.environ["MINE"] = "1"', 'import os\nprint("MINE" in os.environ)'],
  [
    'the current folder',
    'import os\nos.mkdir("/tmp/a")\nos.chdir("/tmp/a")',
    'import os\nprint(os.getcwd() == "/tmp/a")',
  ],
  ['a file', 'open("a.txt", "w").write("x")', 'import os\nprint(os.path.exists("a.txt"))'],
  [
    'files in a folder that nobody may read',
    'import os\nos.makedirs("a/b")\nopen("a/b/c", "w")\nos.chmod("a", 0)',
    'import os\nprint(os.path.exists("a"))',
  ],
  ['an open file', 'import builtins\nbuiltins.f = open("a.txt", "w")', 'print(open("b.txt", "w").fileno() != 3)'],
  ['a replaced standard output', 'import sys, io\nsys.stdout = io.StringIO()', 'print(False)'],
  ['a closed standard output', 'import os\nos.close(1)', 'print(False)'],
  ['a damaged library', 'import sys\nopen(sys.path[1], "r+b").write(b"\\0" * 4096)', 'import colorsys\nprint(False)'],
  [
    'a library that was cut short',
    'import sys\nopen(sys.path[1], "r+b").truncate(4096)',
    'import colorsys\nprint(False)',
  ],
  [
    'a library that was written over through a file descriptor',
    'import os, sys\nos.pwrite(os.open(sys.path[1], os.O_RDWR), bytes(4096), 0)',
    'import colorsys\nprint(False)',
  ],
  [
    'the state of random',
    'import random\nrandom.seed(7)',
    'import random\na = random.random()\nrandom.seed(7)\nprint(a == random.random())',
  ],
  ['an exit handler', 'import atexit, os\natexit.register(print, True)\nos.abort()', 'print(False)'],
];

const closedModules = [
  'js',
  'pyodide',
  'pyodide.code',
  'pyodide_js',
  '_pyodide',
  '_pyodide_core',
  'ctypes',
  'runner',
  'misconceptions',
];

for (const version of pythonVersions) {
  for (const [what, before, after] of leaks) {
    test(`the next program on ${version} does not find ${what}`, async () => {
      await run(version, before);
      const outcome = await run(version, after);
      expect(outcome).toMatchObject({ status: 'finished' });
      expect('stdout' in outcome && outcome.stdout.replaceAll(' ', '')).toMatch(/^(False)+\n$/);
    });
  }

  test(`the same program gives the same outcome to the byte on ${version}, whatever ran in between`, async () => {
    const code = 'import sys\nprint({"a", "b", "c"}, object(), sys.getrefcount(None), len(sys.modules))\n1 / 0';
    const first = await run(version, code);
    await run(version, 'import json, decimal\nrows = [object() for _ in range(10000)]');
    // Far down the stack, and out again by an exception.
    await run(version, 'def down(n):\n    return sorted([n], key=lambda m: down(m + 1))\ndown(0)');
    expect({ ...(await run(version, code)), milliseconds: 0 }).toEqual({ ...first, milliseconds: 0 });
  });

  for (const name of closedModules) {
    test(`a program on ${version} cannot import ${name}`, async () => {
      const outcome = await run(version, `import ${name}`);
      expect(outcome).toMatchObject({ status: 'raised', exception: { type: 'ModuleNotFoundError', line: 1 } });
    });
  }

  test(`a program on ${version} finds no object of the JavaScript side among all objects`, async () => {
    const code =
      'import gc\nkinds = {type(o).__name__ for o in gc.get_objects()}\nprint(sorted(k for k in kinds if k.startswith("Js")))';
    expect(await run(version, code)).toMatchObject({ stdout: '[]\n' });
  });

  test(`a program on ${version} reaches neither the machine it runs on nor a network`, async () => {
    const code = [
      'import os, socket',
      'print(os.path.exists("/etc/passwd"), os.path.exists("/proc/version"))',
      'socket.create_connection(("127.0.0.1", 5432), 1)',
    ].join('\n');
    expect(await run(version, code)).toMatchObject({
      stdout: 'False False\n',
      exception: { type: 'OSError', line: 3 },
    });
  });
}
