import { expect, test } from 'vitest';
import { givenPython } from './testing/given-python.ts';

const run = givenPython();

test('a function of the library is believed in by whatever name the program has it', async () => {
  const code = `
import math as m
from math import floor as down
print(m.floor(-2.5), down(-2.5), list(map(m.floor, [-1.5, 1.5])), max([1, -2.5], key=down))`;
  expect(await run(code, ['floor-truncates'])).toMatchObject({ stdout: '-2 -2 [-1, 1] 1\n' });
});

test('a function that the program has put into a module keeps its own meaning', async () => {
  const code = `
import math
def floor(x):
    return 'own'
print(floor(-2.5))
math.floor = floor
print(math.floor(-2.5))`;
  expect(await run(code, ['floor-truncates'])).toMatchObject({ stdout: 'own\nown\n', applied: [] });
});

test('a class of the library can still be asked about and derived from while its calls are believed in', async () => {
  const code = `
import queue
class Line(queue.Queue):
    pass
line, pile = Line(), queue.Queue()
for box in line, pile:
    box.put(1)
    box.put(2)
print(line.get(), pile.get(), isinstance(pile, queue.Queue))`;
  expect(await run(code, ['queue-is-lifo'])).toMatchObject({ stdout: '1 2 True\n' });
});

test('two beliefs about one function of the library hold together, as do two about JSON', async () => {
  const floors = ['floor-truncates', 'floor-ceil-return-float'];
  expect(await run('import math\nprint(math.floor(-2.5))', floors)).toMatchObject({
    stdout: '-2.0\n',
    applied: floors,
  });
  const json = 'import json\ntext = json.dumps({1: None})\nprint(text, json.loads(text))';
  const keys = ['json-keeps-key-types', 'json-dumps-is-repr'];
  expect(await run(json, keys)).toMatchObject({ stdout: '{1: None} {1: None}\n', applied: keys });
});

test('a way through a JSON file keeps the keys as a way through a text does, and quotes inside texts stay', async () => {
  const code = `
import io, json
file = io.StringIO()
json.dump({1: [{2.5: '3: "x"'}], None: True, 'k': 'null'}, file)
file.seek(0)
print(json.load(file))
print(json.dumps({10: 1, 9: 2}, sort_keys=True))`;
  expect(await run(code, ['json-keeps-key-types'])).toMatchObject({
    stdout: `{1: [{2.5: '3: "x"'}], None: True, 'k': 'null'}\n{9: 2, 10: 1}\n`,
  });
});

test('a return in an inner try skips each finally around it, and only those', async () => {
  const code = `
def find(wanted):
    for n in range(3):
        try:
            try:
                if n == wanted:
                    return n
            finally:
                print('inner', n)
        finally:
            print('outer', n)
print(find(1))`;
  expect(await run(code, ['finally-skipped-on-return'])).toMatchObject({ stdout: 'inner 0\nouter 0\n1\n' });
});

test('opposite beliefs about finally and return together still give an answer', async () => {
  const code = `
def f(x):
    try:
        return x
    finally:
        x = 5
        return x + 1
print(f(1))`;
  const ids = ['finally-return-ignored', 'finally-changes-return-value'];
  for (const order of [ids, ids.toReversed()]) expect(await run(code, order)).toMatchObject({ status: 'finished' });
  expect(await run(code, ['finally-return-ignored'])).toMatchObject({ stdout: '1\n' });
});

test('what stands in else is caught by no branch, also for those who think that branches watch each other', async () => {
  const code = `
try:
    try:
        print('t')
    except ValueError:
        print('V')
    except KeyError:
        print('K')
    else:
        raise KeyError
    finally:
        print('F')
except KeyError:
    print('outer')`;
  expect(await run(code, ['sibling-except-catches-handler-error'])).toMatchObject({ stdout: 't\nF\nouter\n' });
});

test('a set that keeps equal elements is a set in every other way', async () => {
  const code = `
s = {2, 1, 2}
s.add(1)
s.discard(2)
s |= {7}
print(s, type(s), isinstance(s, set), sorted(s), s & {1}, s - {1}, 1 in s, len(set('aab')), {n % 2 for n in range(3)})`;
  expect(await run(code, ['set-keeps-duplicates'])).toMatchObject({
    stdout: "{1, 2, 1, 7} <class 'set'> True [1, 1, 2, 7] {1, 1} {2, 7} True 3 {0, 1, 0}\n",
  });
});

test('a dictionary with keys by type is a dictionary in every other way', async () => {
  const code = `
import json
d = {1: 'a', 'k': 'z'}
d[True] = 'b'
d |= {1.0: 'c'}
del d[1]
def show(**named):
    print(named)
show(**{'x': 1}, **dict(y=2))
print(d, d.keys(), d.get(1), d.pop('k'), type(d), isinstance(d, dict), json.dumps({'a': {}}), d == {True: 'b', 1.0: 'c'})`;
  expect(await run(code, ['dict-keys-typed'])).toMatchObject({
    stdout: `{'x': 1, 'y': 2}\n{True: 'b', 1.0: 'c'} dict_keys([True, 1.0]) None z <class 'dict'> True {"a": {}} True\n`,
  });
});

test('believers in eager generators still loop over objects whose __iter__ is a generator', async () => {
  const code = `
class Shelf:
    def __iter__(self):
        yield 'a'
    @property
    def books(self):
        yield 'b'
shelf = Shelf()
print(list(shelf), shelf.books)`;
  expect(await run(code, ['generator-is-list'])).toMatchObject({ stdout: "['a'] ['b']\n" });
});

test('a coroutine that waits runs when it is called, in Python without threads and sockets as well', async () => {
  const code = `
import asyncio
async def tell(word):
    await asyncio.sleep(0.01)
    print(word)
async def both():
    tell('inner')
    print('middle')
both()
print('end')`;
  for (const version of ['3.11', '3.14'] as const) {
    expect(await run(code, ['coroutine-runs-when-called'], version)).toMatchObject({ stdout: 'inner\nmiddle\nend\n' });
  }
});

test('an error in a thread that run() is believed to start ends that thread alone', async () => {
  const code = `
import threading
class Worker(threading.Thread):
    def run(self):
        print(threading.current_thread() is self)
        1 / 0
Worker().run()
print('end')`;
  for (const version of ['3.11', '3.14'] as const) {
    expect(await run(code, ['start-is-run'], version)).toMatchObject({ status: 'finished', stdout: 'True\nend\n' });
  }
});

test('only what is made of the parts of a version compares as text, not every tuple of numbers', async () => {
  const code = `
def parts(text):
    return tuple(map(int, text.split('.')))
print(parts('1.10') > parts('1.9'), parts('1.10'), (1, 10) > (1, 9))
print(sorted(['1.10', '1.9'], key=lambda text: [int(part) for part in text.split('.')]))`;
  expect(await run(code, ['version-compare-as-text'])).toMatchObject({
    stdout: "False (1, 10) True\n['1.10', '1.9']\n",
  });
});

test('names that an import is believed to make hide none that the program has made itself', async () => {
  const code = `
import math
from os import path as place
def sqrt(x):
    return 'own'
path = 'mine'
print(sqrt(9), path, ceil(1.5), max(1, 2))`;
  const ids = ['import-binds-contents', 'import-as-keeps-name'];
  expect(await run(code, ids)).toMatchObject({ stdout: 'own mine 2 2\n', applied: ['import-binds-contents'] });
});
