import { createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import type { RunLimits } from '../protocol.ts';
import { openNativePython } from './native-python.ts';

const python = openNativePython();
afterAll(() => python.close());

function run(code: string, { needs = [] as string[], limits = {} as Partial<RunLimits> } = {}) {
  return python.run({ code, stdin: '', needs, misconceptions: [], limits });
}

const second = { milliseconds: 1000 };

/** Programs that try to do harm, and how each of them ends. */
const hostile: [what: string, code: string, ending: object, limits?: Partial<RunLimits>][] = [
  [
    'a fork bomb',
    'import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass',
    { reason: 'time' },
    second,
  ],
  [
    'more processes than anybody needs',
    'import os, time\nfor n in range(1000):\n    if os.fork() == 0:\n        time.sleep(60)\n        os._exit(0)',
    { exception: { type: 'BlockingIOError' } },
  ],
  [
    'more threads than anybody needs',
    'import threading, time\nfor n in range(1000):\n    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()',
    { exception: { type: 'RuntimeError' } },
  ],
  [
    'a file that grows without end',
    'with open("f", "wb") as f:\n    while True:\n        f.write(bytes(10**6))',
    { exception: { type: 'OSError', message: '[Errno 27] File too large' } },
  ],
  [
    'files without end',
    'n = 0\nwhile True:\n    n += 1\n    with open(f"/tmp/{n}", "wb") as f:\n        f.write(bytes(10**7))',
    { exception: { type: 'OSError', message: '[Errno 28] No space left on device' } },
  ],
  [
    'shared memory without end',
    'n = 0\nwhile True:\n    n += 1\n    with open(f"/dev/shm/{n}", "wb") as f:\n        f.write(bytes(10**7))',
    { exception: { type: 'OSError', message: '[Errno 28] No space left on device' } },
  ],
  ['100 GB at once', 'x = bytearray(10**11)', { reason: 'memory' }],
  ['memory in small pieces', 'x = []\nwhile True:\n    x.append(bytearray(10**6))', { reason: 'memory' }],
  [
    'memory of many processes together',
    'import os, time\nfor n in range(20):\n    if os.fork() == 0:\n        x = bytearray(200 * 10**6)\n        time.sleep(60)\ntime.sleep(60)',
    { reason: 'memory' },
  ],
  ['memory of no process', 'import os\nos.memfd_create("x")', { exception: { type: 'PermissionError' } }],
  [
    '10 GB of output',
    'import sys\nfor n in range(10_000):\n    sys.stdout.write("x" * 10**6)',
    { reason: 'output', stdout: 'x'.repeat(20_000) },
  ],
  ['10 GB of errors', 'import os\nwhile True:\n    os.write(2, bytes(10**6))', { reason: 'output' }],
  ['a report without end', 'import os\nwhile True:\n    os.write(4, b"x" * 10**6)', { reason: 'crash' }],
  ['a report of its own making', 'import os\nos.write(4, b"[]\\n")', { reason: 'crash' }],
  ['an endless loop', 'while True:\n    pass', { reason: 'time' }, second],
  ['an endless wait', 'import time\ntime.sleep(10**6)', { reason: 'time' }, { milliseconds: 200 }],
  [
    'an endless loop that listens to no signal',
    'import signal\nfor s in {*range(1, 32)} - {9, 19}:\n    signal.signal(s, signal.SIG_IGN)\nwhile True:\n    pass',
    { reason: 'time' },
    second,
  ],
  ['a crash of the interpreter', 'import ctypes\nctypes.string_at(0)', { reason: 'crash' }],
  [
    'a try to end the sandbox from inside',
    'import os\nos.kill(1, 9)\nprint("still here")',
    { status: 'finished', stdout: 'still here\n' },
  ],
  [
    'a sandbox in the sandbox, to be root in',
    'import ctypes\nprint(ctypes.CDLL(None).unshare(0x10000000))',
    { stdout: '-1\n' },
  ],
  [
    'an unfinished connection to the outside',
    'import socket\nsocket.create_connection(("192.0.2.1", 80))',
    {
      exception: { type: 'OSError', message: '[Errno 101] Network is unreachable' },
    },
  ],
  [
    'a name of the outside',
    'import socket\nsocket.gethostbyname("example.org")',
    {
      exception: { type: 'socket.gaierror' },
    },
  ],
];

for (const [what, code, ending, limits = {}] of hostile) {
  test(`${what} harms nobody, and the next program runs as ever`, async () => {
    expect(await run(code, { limits })).toMatchObject(ending);
    expect(await run('print("well")')).toMatchObject({ status: 'finished', stdout: 'well\n' });
  });
}

test('a program finds nothing of what people have on the machine', async () => {
  const here = new URL('.', import.meta.url).pathname;
  const paths = ['/etc/shadow', '/root', '/home/learner/.ssh', '/var/lib', '/mnt', '/sys', '/boot', here];
  const code = `import os\nprint([p for p in ${JSON.stringify(paths)} if os.path.exists(p)], os.listdir("/home"), os.listdir())`;
  expect(await run(code)).toMatchObject({ stdout: "[] ['learner'] []\n" });
});

test('a program can write into its own folders only', async () => {
  const code = `
import os
for folder in "/", "/etc", "/usr", "/usr/local", "/opt", "/dev", "/home", "/tmp", "/dev/shm", os.getcwd():
    try:
        open(f"{folder}/new", "w").close()
        print(folder)
    except OSError:
        pass`;
  expect(await run(code)).toMatchObject({ stdout: '/tmp\n/dev/shm\n/home/learner\n' });
});

test('a program sees no process but its own, and no open file but its own', async () => {
  const code = `
import os
print([n for n in os.listdir("/proc") if n.isdigit()], os.getppid())
print(sorted(os.listdir("/proc/self/fd")))`;
  expect(await run(code)).toMatchObject({ stdout: "['1', '2'] 1\n['0', '1', '2', '3', '4']\n" });
});

test("what listens on the machine's own loopback cannot be reached", async () => {
  const server = createServer((line) => line.end('secret'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const outcome = await run(`import socket\nprint(socket.create_connection(("127.0.0.1", ${port}), 5).recv(9))`);
  await new Promise((resolve) => server.close(resolve));
  expect(outcome).toMatchObject({ exception: { type: 'ConnectionRefusedError', line: 2 } });
});

test('nothing of one run is there in the next', async () => {
  await run('open("f", "w").close()\nopen("/tmp/f", "w").close()\nimport os\nos.environ["F"] = "1"');
  expect(await run('import os\nprint(os.listdir(), os.listdir("/tmp"), "F" in os.environ)')).toMatchObject({
    stdout: '[] [] False\n',
  });
});
