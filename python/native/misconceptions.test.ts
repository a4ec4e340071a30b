import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { misconceptions } from '../misconceptions.ts';
import { type NativeOutcome, openNativePython } from './native-python.ts';

/** A program that Pyodide cannot run, and what it does in Python and under the belief. */
type Example = {
  id: string;
  example: string;
  stdin: string;
  true_out: string;
  wrong_out: string;
  needs?: string[];
};

const examples = readFileSync(new URL('../misconceptions/examples.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Example => JSON.parse(line))
  .filter(({ needs }) => needs !== undefined);

const python = openNativePython();
afterAll(() => python.close());

function run(code: string, needs: string[], ids: string[]) {
  return python.run({ code, stdin: '', needs, misconceptions: ids });
}

function seen(outcome: NativeOutcome): unknown {
  return [outcome.status, 'stdout' in outcome ? outcome.stdout : null];
}

for (const { id, example, needs = [], true_out, wrong_out } of examples) {
  test(`the example of ${id} does what it did when it was recorded, in Python and under the belief`, async () => {
    const [right, wrong] = await Promise.all([run(example, needs, []), run(example, needs, [id])]);
    expect(seen(right)).toEqual(['finished', true_out]);
    expect(seen(wrong)).toEqual(['finished', wrong_out]);
    expect(wrong).toMatchObject({ applied: [id] });
  });

  test(`the snippet of ${id} shows the difference`, async () => {
    const snippet = misconceptions.get(id)?.snippet ?? '';
    const [right, wrong] = await Promise.all([run(snippet, needs, []), run(snippet, needs, [id])]);
    expect(seen(right)).not.toEqual(seen(wrong));
    expect([right.status, wrong.status]).toEqual(['finished', 'finished']);
  });
}

test('beliefs about databases hold of PyMySQL as they hold of sqlite3', async () => {
  const code = `
import pymysql
connection = pymysql.connect(host="localhost", user="learner", password="x", database="practice")
cursor = connection.cursor()
cursor.execute("create table books (title varchar(20), year int)")
cursor.execute("insert into books values ('Emma', 1815), ('= NULL', NULL)")
connection.rollback()
cursor.execute("update books set year = NULL where title = 'Emma'")
cursor.execute("select title from books where year = NULL order by title")
print(cursor.fetchone(), cursor.fetchone())`;
  const ids = ['sql-autocommit', 'sql-null-equals', 'fetchone-gives-scalar', 'fetchone-restarts'];
  expect(await run(code, ['mysql'], [])).toMatchObject({ stdout: 'None None\n' });
  expect(await run(code, ['mysql'], ids)).toMatchObject({ stdout: '= NULL = NULL\n', applied: ids });
});

test('what is closed without a commit is kept by those who think that every statement is stored', async () => {
  const code = `
import sqlite3
c = sqlite3.connect("f.db")
c.execute("create table t(x)")
c.execute("insert into t values (1)")
c.close()
print(sqlite3.connect("f.db").execute("select count(*) from t").fetchone()[0])`;
  expect(await run(code, ['sqlite'], [])).toMatchObject({ stdout: '0\n' });
  expect(await run(code, ['sqlite'], ['sql-autocommit'])).toMatchObject({ stdout: '1\n' });
});

test('a new statement begins with its own first row, also for those who always get the first one', async () => {
  const code = `
import sqlite3
c = sqlite3.connect(":memory:").cursor()
for n in 1, 2:
    c.execute("select ?", (n,))
    print(c.fetchone())`;
  expect(await run(code, ['sqlite'], ['fetchone-restarts'])).toMatchObject({ stdout: '(1,)\n(2,)\n' });
});

test('beliefs about arrays leave numbers, lists and whole numbers in arrays alone', async () => {
  const code = `
import numpy as np
a = np.array([1, 2, 3])
a[0] = 4.0
a[1:] += 1
print(a, a * 2, 2 + a, [1] + [2], a.dtype)`;
  const ids = ['numpy-star-is-matmul', 'numpy-plus-concatenates', 'numpy-slice-copies', 'numpy-int-array-keeps-float'];
  expect(seen(await run(code, ['numpy'], ids))).toEqual(seen(await run(code, ['numpy'], [])));
});

test('messages of a TCP connection arrive one by one for those who believe so, and in parts if recv() asks for less', async () => {
  const code = `
import socket, threading
server = socket.create_server(("127.0.0.1", 0))
def talk():
    with socket.create_connection(server.getsockname()) as line:
        for word in b"one", b"three", b"five":
            line.sendall(word)
thread = threading.Thread(target=talk)
thread.start()
line, _ = server.accept()
thread.join()
print(line.recv(100), line.recv(2), line.recv(100), line.recv(100), line.recv(100))`;
  const needs = ['sockets', 'threads'];
  expect(await run(code, needs, [])).toMatchObject({ stdout: "b'onethreefive' b'' b'' b'' b''\n" });
  expect(await run(code, needs, ['recv-keeps-message-boundaries'])).toMatchObject({
    stdout: "b'one' b'th' b'ree' b'five' b''\n",
  });
});

test('a pool of processes shares variables for those who believe so, and an error still comes out of gather()', async () => {
  const pool = `
import multiprocessing
seen = []
def note(n):
    seen.append(n)
    return n * n
if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(sum(pool.map(note, [1, 2, 3])), len(seen))`;
  expect(await run(pool, ['processes'], [])).toMatchObject({ stdout: '14 0\n' });
  expect(await run(pool, ['processes'], ['process-shares-globals'])).toMatchObject({ stdout: '14 3\n' });
  const gather = `
import asyncio
async def fail():
    raise KeyError("k")
async def main():
    print(await asyncio.gather(asyncio.sleep(0.05, 1), fail(), return_exceptions=True))
    await asyncio.gather(fail())
asyncio.run(main())`;
  expect(await run(gather, ['asyncio'], ['gather-in-completion-order'])).toMatchObject({
    stdout: "[KeyError('k'), 1]\n",
    exception: { type: 'KeyError', line: 4 },
  });
});
