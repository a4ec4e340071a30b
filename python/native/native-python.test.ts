import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { type NativeRequest, openNativePython } from './native-python.ts';

const python = openNativePython();
afterAll(() => python.close());

function run(code: string, rest: Partial<NativeRequest> = {}) {
  return python.run({ code, stdin: '', needs: [], misconceptions: [], ...rest });
}

/** A daemon that has left its program's session, and a program that goes on. */
const lasting =
  'import subprocess, time\nsubprocess.Popen(["setsid", "--fork", "sleep", "1000"])\nprint("on", flush=True)\ntime.sleep(1000)';

/** Processes that descend from this one, by number. */
function descendantsOf(ancestor: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name): [number, number] => [Number(name), parentOf(name)]);
  const childrenOf = (parent: number): number[] =>
    parents.filter(([, own]) => own === parent).flatMap(([child]) => [child, ...childrenOf(child)]);
  return childrenOf(ancestor);
}

function parentOf(name: string): number {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? 0 : Number(parent);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

function isAlive(id: number): boolean {
  return parentOf(String(id)) !== 0;
}

test('a program reads, prints, fails and is told of as it is in Pyodide', async () => {
  const code = 'name = input("? ")\nprint("Grüße,", name)\nraise ValueError("no " + name)';
  expect(await run(code, { stdin: 'Ada\n' })).toMatchObject({
    status: 'raised',
    stdout: '? Grüße, Ada\n',
    exception: { type: 'ValueError', message: 'no Ada', line: 3 },
    applied: [],
    picture: null,
  });
  expect(await run('if True:\nprint(1)')).toMatchObject({ exception: { type: 'IndentationError', line: 2 } });
});

test('beliefs change a native program as they change one in Pyodide, and say when they cannot', async () => {
  const ids = ['floordiv-is-truediv', 'print-no-space'];
  expect(await run('print(7 // 2, 1)', { misconceptions: ids })).toMatchObject({ stdout: '3.51\n', applied: ids });
  const walrus = 'class C:\n    print([k for k in [1] if 0 < k == 1])';
  expect(await run(walrus, { misconceptions: ['int-float-differ'] })).toMatchObject({
    status: 'not-applicable',
    misconception: 'int-float-differ',
    picture: null,
  });
});

test('the steps of a native program are told as those of one in Pyodide are, beliefs included', async () => {
  const code = 'import numpy\na = numpy.array([1, 2])\nb = a + a\nprint(len(b))';
  const request = { code, stdin: '', needs: ['numpy'], misconceptions: ['numpy-plus-concatenates'] };
  const { outcome, steps, cut } = await python.trace(request);
  expect(outcome).toMatchObject({ status: 'finished', stdout: '4\n' });
  expect(steps.map(({ event, line }) => [event, line])).toEqual([
    ['line', 1],
    ['line', 2],
    ['line', 3],
    ['line', 4],
    ['return', 4],
  ]);
  expect(cut).toBe(false);
});

test('the same request gives the same output to the byte, and the hash seed decides the order of a set', async () => {
  const code = 'print({"a", "b", "c", "d", "e"})';
  const outputs = await Promise.all(
    [1, 1, 2].map(async (hashSeed) => {
      const outcome = await run(code, { hashSeed });
      return 'stdout' in outcome ? outcome.stdout : null;
    }),
  );
  expect(outputs[0]).toBe(outputs[1]);
  expect(outputs[0]).not.toBe(outputs[2]);
});

test('threads that the program does not wait for end before its exit handlers, as they do in a file that is run', async () => {
  const code = `
import atexit, threading, time
atexit.register(print, "exit")
def work():
    time.sleep(0.2)
    print("thread")
threading.Thread(target=work).start()
print("main")`;
  expect(await run(code, { needs: ['threads'] })).toMatchObject({ stdout: 'main\nthread\nexit\n' });
});

test('a child that goes on to the end of the program tells nothing of its own', async () => {
  const code = 'import os\nprint("both")\nif os.fork() > 0:\n    os.wait()\nprint("end")';
  expect(await run(code, { needs: ['processes'] })).toMatchObject({ status: 'finished', stdout: 'both\nend\nend\n' });
});

test('a process can be spawned, which reads the program again', async () => {
  const code = `
import multiprocessing
def work(queue):
    queue.put(__name__)
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(queue,))
    process.start()
    print(queue.get())
    process.join()`;
  expect(await run(code, { needs: ['processes'] })).toMatchObject({ stdout: '__mp_main__\n' });
});

test('every run finds a database of its own, empty', async () => {
  const code = `
import pymysql
connection = pymysql.connect(host="localhost", user="learner", password="secret", database="practice")
cursor = connection.cursor()
cursor.execute("show tables")
print(cursor.fetchall())
cursor.execute("create table t (name varchar(20))")
cursor.execute("insert into t values ('Zoë 😀')")
connection.commit()
cursor.execute("select name from t")
print(cursor.fetchall())`;
  for (const _ of [1, 2]) {
    expect(await run(code, { needs: ['mysql'] })).toMatchObject({ stdout: "()\n(('Zoë 😀',),)\n" });
  }
});

test('pip finds its packages in a local index, resolves what they require, and builds a project without a network', async () => {
  const code = `
import pathlib, subprocess, sys
def pip(*words):
    done = subprocess.run([sys.executable, "-m", "pip", *words], capture_output=True, text=True)
    print(done.returncode, done.stdout + done.stderr[:60])
pip("install", "-q", "--target", "lib", "banner")
sys.path.insert(0, "lib")
from banner import banner
print(banner("Ada"))
pip("list", "--path", "lib", "--format", "freeze")
pip("install", "-q", "--target", "lib2", "greeting>2")
pathlib.Path("setup.py").write_text("from setuptools import setup\\nsetup(name='mine', version='3.0', py_modules=[])\\n")
pip("install", "-q", "--no-build-isolation", "--target", "lib3", ".")
pip("list", "--path", "lib3", "--format", "freeze")`;
  const outcome = await run(code, { needs: ['pip'] });
  expect(outcome).toMatchObject({ status: 'finished' });
  expect('stdout' in outcome && outcome.stdout.split('\n').filter((line) => line !== '')).toEqual([
    '0 ',
    '*** Hi, Ada! ***',
    '0 banner==1.0',
    'greeting==1.1',
    expect.stringMatching(/^1 ERROR: Could not find a version that satisfies/),
    '0 ',
    '0 mine==3.0',
  ]);
});

test('ten callers at once each get their own answer', async () => {
  const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => run(`print(${n})`)));
  expect(outcomes.map((outcome) => 'stdout' in outcome && outcome.stdout)).toEqual(
    Array.from({ length: 10 }, (_, n) => `${n}\n`),
  );
});

test('a run that is called off is gone with all its processes, and so is one that waits for its turn', async () => {
  const own = openNativePython({ workers: 1 });
  await own.run({ code: '', stdin: '', needs: [], misconceptions: [] });
  const before = new Set(descendantsOf(process.pid));
  const calledOff = new AbortController();
  const request = { code: lasting, stdin: '', needs: [], misconceptions: [] };
  const runs = [own.run(request, calledOff.signal), own.run(request, calledOff.signal)];
  const settled = Promise.allSettled(runs);
  const started = () => descendantsOf(process.pid).filter((id) => !before.has(id));
  await until(() => started().length >= 4);
  const processes = started();
  calledOff.abort(new Error('not needed any more'));
  for (const end of await settled) expect(end).toMatchObject({ reason: { message: 'not needed any more' } });
  await until(() => !processes.some(isAlive));
  await expect(own.run(request, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  await own.close();
  await expect(own.run(request)).rejects.toThrow('closed');
});

test('closing ends what is prepared, what runs and what waits, and tells their callers', async () => {
  const own = openNativePython({ workers: 1 });
  const request = { code: lasting, stdin: '', needs: [], misconceptions: [] };
  const before = new Set(descendantsOf(process.pid));
  const started = () => descendantsOf(process.pid).some((id) => !before.has(id));
  const settled = Promise.allSettled([own.run(request), own.run(request)]);
  await until(started);
  await own.close();
  const closed = { status: 'rejected', reason: { message: 'native Python is closed' } };
  expect(await settled).toMatchObject([closed, closed]);
});

test('a run that waits for its turn can be called off before the turn comes', async () => {
  const own = openNativePython({ workers: 1 });
  const request = { code: lasting, stdin: '', needs: [], misconceptions: [] };
  const first = Promise.allSettled([own.run(request)]);
  const calledOff = new AbortController();
  const second = own.run(request, calledOff.signal);
  calledOff.abort(new Error('not needed any more'));
  await expect(second).rejects.toThrow('not needed any more');
  await own.close();
  expect(await first).toMatchObject([{ reason: { message: 'native Python is closed' } }]);
});

test('a daemon that a program leaves behind ends with the run', async () => {
  const before = new Set(descendantsOf(process.pid));
  const code = 'import subprocess\nsubprocess.Popen(["setsid", "--fork", "sleep", "1000"])\nprint("left")';
  expect(await run(code)).toMatchObject({ status: 'finished', stdout: 'left\n' });
  await until(() => descendantsOf(process.pid).every((id) => before.has(id)));
});

test('when Node is killed, the programs, daemons, database and screen that it has started end, too', async () => {
  const room = new URL('native-python.ts', import.meta.url).href;
  const request = { code: lasting, stdin: '', needs: ['mysql', 'tkinter'], misconceptions: [] };
  const script = `import { openNativePython } from '${room}';\nawait openNativePython().run(${JSON.stringify(request)});`;
  const node = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const own = node.pid ?? 0;
  // bubblewrap twice, the program, its daemon, the database and the screen.
  await until(() => descendantsOf(own).length >= 6);
  const processes = descendantsOf(own);
  node.kill('SIGKILL');
  await until(() => !processes.some(isAlive));
  expect(processes.filter(isAlive)).toEqual([]);
});

test('a misconception nobody knows is refused', async () => {
  await expect(run('print(1)', { misconceptions: ['no-such-belief'] })).rejects.toThrow('no-such-belief');
});
