import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostTraceSteps, type PythonVersion, pythonVersions, type Trace, type TraceStep } from '../protocol.ts';
import { openPythonPool, type PythonPool } from './pool.ts';

let pool: PythonPool;
beforeAll(() => {
  pool = openPythonPool({ workers: 2 });
});
afterAll(() => pool.close());

function trace(
  code: string,
  options: { version?: PythonVersion; misconceptions?: string[]; stdin?: string } = {},
): Promise<Trace> {
  const { version = '3.14', misconceptions = [], stdin = '' } = options;
  return pool.trace(version, 0, { code, stdin, misconceptions });
}

function lines({ steps }: Trace): number[] {
  return steps.filter(({ event }) => event === 'line').map(({ line }) => line);
}

/** A step in short: `line 3 total=6`. */
function inShort({ event, line, changed, shared, value }: TraceStep): string {
  const variables = Object.entries({ ...changed, ...shared }).map(([name, text]) => `${name}=${text}`);
  return [event, line, ...variables, ...(value === null ? [] : [value])].join(' ');
}

const loop = 'total = 0\nfor n in range(1, 3):\n    total += n\nprint(total)\n';

test('a trace tells line after line which variables have changed and how much was printed', async () => {
  const { outcome, steps, cut } = await trace(loop);
  expect(outcome).toMatchObject({ status: 'finished', stdout: '3\n' });
  expect(cut).toBe(false);
  expect(steps.map(inShort)).toEqual([
    'line 1',
    'line 2 total=0',
    'line 3 n=1',
    'line 2 total=1',
    'line 3 n=2',
    'line 2 total=3',
    'line 4',
    'return 4',
  ]);
  expect(steps.map(({ written }) => written)).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
});

test('a call has variables of its own, tells what it gives back, and what it does to those outside', async () => {
  const code = [
    'calls = 0',
    'def double(x):',
    '    global calls',
    '    calls += 1',
    '    return 2 * x',
    'y = double(4)',
  ];
  const { steps } = await trace(code.join('\n'));
  expect(steps.map((step) => `${step.call} ${step.function} ${inShort(step)}`)).toEqual([
    '0  line 1',
    '0  line 2 calls=0',
    '0  line 6 double=<function double>',
    '1 double line 4 x=4',
    '1 double line 5 calls=1',
    '1 double return 5 8',
    '0  return 6 y=8',
  ]);
});

test('each call of a recursion is a call of its own', async () => {
  const code = 'def f(n):\n    if n == 0:\n        return 0\n    return n + f(n - 1)\nprint(f(2))\n';
  const { steps } = await trace(code);
  const inside = steps.filter(({ call }) => call > 0).map((step) => `${step.call} ${inShort(step)}`);
  expect(inside).toEqual([
    '1 line 2 n=2',
    '1 line 4',
    '2 line 2 n=1',
    '2 line 4',
    '3 line 2 n=0',
    '3 line 3',
    '3 return 3 0',
    '2 return 4 1',
    '1 return 4 3',
  ]);
});

test('a generator stays one call, however often it rests', async () => {
  const code = 'def up():\n    n = 1\n    yield n\n    n += 1\n    yield n\nfor x in up():\n    print(x)\n';
  const { steps } = await trace(code);
  const inside = steps.filter((step) => step.function === 'up');
  expect(new Set(inside.map(({ call }) => call)).size).toBe(1);
  expect(inside.map(inShort)).toEqual([
    'line 2',
    'line 3 n=1',
    'yield 3 1',
    'line 4',
    'line 5 n=2',
    'yield 5 2',
    'return 5 None',
  ]);
});

test('a call that an exception leaves says so, and the program goes on where it is caught', async () => {
  const code = 'def f():\n    return 1 // 0\ntry:\n    f()\nexcept ZeroDivisionError:\n    print("no")\n';
  const { steps } = await trace(code);
  expect(steps.map(inShort)).toEqual([
    'line 1',
    'line 3 f=<function f>',
    'line 4',
    'line 2',
    expect.stringMatching(/^raise 2 ZeroDivisionError\(/),
    'line 5',
    'line 6',
    'return 6',
  ]);
});

test('an exception that nobody catches ends the trace', async () => {
  const { outcome, steps } = await trace('x = 1\ny = x + "a"\nprint(y)\n');
  expect(outcome).toMatchObject({ status: 'raised', exception: { type: 'TypeError', line: 2 } });
  expect(steps.map(({ event, line }) => `${event} ${line}`)).toEqual(['line 1', 'line 2', 'raise 2']);
});

test('an exception thrown into a resting generator is not taken for a value that it gives', async () => {
  const code =
    'def g():\n    while True:\n        try:\n            yield 1\n        except ValueError:\n            print("v")\nit = g()\nnext(it)\nit.throw(ValueError)\ntry:\n    it.throw(KeyError)\nexcept KeyError:\n    print("k")\n';
  for (const version of pythonVersions) {
    const { steps } = await trace(code, { version });
    const left = steps.filter((step) => step.function === 'g' && step.event !== 'line').map(({ event }) => event);
    expect(left, version).toEqual(['yield', 'yield', 'raise']);
  }
});

test('a generator that is given up is nothing that happens, and a lambda is named without the comprehension around it', async () => {
  const code = 'def g():\n    yield 1\n    yield 2\nprint(next(g()))\nfs = [lambda: i for i in "ab"]\nprint(fs[0]())\n';
  const traces = await Promise.all(pythonVersions.map((version) => trace(code, { version })));
  for (const { steps } of traces) {
    expect(steps.filter((step) => step.function !== '').map((step) => `${step.function} ${step.event}`)).toEqual([
      'g line',
      'g yield',
      'lambda line',
      'lambda return',
    ]);
  }
});

const manyThings = `
import math
class Shape:
    """A docstring is nothing that happens."""
    count = 0
    def __init__(self, side):
        self.side = side
        Shape.count += 1
    def __repr__(self):
        print("this must not be printed by looking")
        return "Shape"
    @property
    def area(self):
        return (self.side
                * self.side)
shapes = [
    Shape(side)
    for side in range(1, 4)
    if side != 2
]
areas = {s.side: s.area for s in shapes}
first, *rest = sorted(areas, key=lambda side: -side)
while True:
    first -= 1
    if first < 0:
        break
    elif first == 1:
        continue
    else:
        rest.append(first)
match rest:
    case [x, y]:
        rest = (x, y)
    case _:
        rest = None
with open("a.txt", "w") as file:
    file.write("x")
def outer(a, b=2, *args, **rest):
    total = 0
    def inner():
        nonlocal total
        total += sum(n for n in (a, b))
        return total
    return inner() + inner()
print(outer(1), math.floor(2.5), "é𝄞")
try:
    int("x")
except ValueError as error:
    text = str(error)
finally:
    print(text)
assert text, "no"
del text
words = {"b", "a", "c"}
`;

test('every CPython takes the same steps, to the byte', async () => {
  const traces = await Promise.all(pythonVersions.map((version) => trace(manyThings, { version })));
  const [newest] = traces.slice(-1);
  expect(newest?.steps.length).toBeGreaterThan(60);
  for (const { steps, cut } of traces) {
    expect(cut).toBe(false);
    expect(steps).toEqual(newest?.steps);
  }
});

test('the order in which a set is kept is not in a trace', async () => {
  const request = { code: manyThings, stdin: '', misconceptions: [] };
  const [one, other] = await Promise.all([1, 2].map((hashSeed) => pool.trace('3.12', hashSeed, request)));
  expect(other?.steps).toEqual(one?.steps);
  expect(one?.steps.at(-1)?.changed).toEqual({ words: "{'a', 'b', 'c'}" });
});

test('what is printed while a program is traced is what it prints otherwise', async () => {
  const { outcome, steps } = await trace(manyThings);
  const plain = await pool.run('3.14', 0, { code: manyThings, stdin: '', misconceptions: [] });
  expect({ ...outcome, milliseconds: 0 }).toEqual({ ...plain, milliseconds: 0 });
  expect('stdout' in plain && plain.stdout.length).toBe(steps.at(-1)?.written);
});

test('under a misconception the lines are those of the program', async () => {
  const believed = await trace(loop, { misconceptions: ['range-stop-inclusive'] });
  expect(believed.outcome).toMatchObject({ status: 'finished', stdout: '6\n' });
  expect(lines(believed)).toEqual([1, 2, 3, 2, 3, 2, 3, 2, 4]);
});

test('what a misconception puts into a program is at the line of what it changes', async () => {
  const code = 'names = ["x", "y"]\nfor name in names:\n    print(name)\n    last = name\n';
  expect(lines(await trace(code, { misconceptions: ['for-gives-index'] }))).toEqual([1, 2, 3, 4, 2, 3, 4, 2]);
  const failing = 'for n in 5:\n    print(n)\n    print(n)\n';
  const { outcome } = await trace(failing, { misconceptions: ['for-gives-index'] });
  expect(outcome).toMatchObject({ status: 'raised', exception: { type: 'TypeError', line: 1 } });
});

test('only a loop is come back to: a block that ends, and a statement of several lines, are come to once', async () => {
  const code =
    'with open("a.txt", "w") as file:\n    file.write("x")\nn = sum(\n    k\n    for k in [1, 2]\n)\nprint(n)\n';
  expect(lines(await trace(code))).toEqual([1, 2, 3, 7]);
  const returned = 'def f():\n    print(1)\nprint(f())\n';
  expect(lines(await trace(returned, { misconceptions: ['print-is-return'] }))).toEqual([1, 3, 2]);
});

test('a program that goes on for long is followed for a while only, and still ends as it would', async () => {
  const long = await trace('n = 0\nwhile n < 50_000:\n    n += 1\nprint(n)\n');
  expect(long.steps).toHaveLength(mostTraceSteps);
  expect(long.cut).toBe(true);
  expect(long.outcome).toMatchObject({ status: 'finished', stdout: '50000\n' });
});

test('an endless program is stopped and has told how it began', async () => {
  const { outcome, steps, cut } = await trace('n = 0\nwhile True:\n    n += 1\n');
  expect(outcome).toMatchObject({ status: 'stopped', reason: 'time' });
  expect(steps).toHaveLength(mostTraceSteps);
  expect(cut).toBe(true);
});

for (const version of pythonVersions) {
  test(`a recursion without an end is cut on ${version}, and ends in the same error as without a trace`, async () => {
    const deep = await trace('def f(n):\n    return f(n + 1)\nf(0)\n', { version });
    expect(deep.cut).toBe(true);
    expect(deep.outcome).toMatchObject({ status: 'raised', exception: { type: 'RecursionError' } });
  });
}

test('a program that takes its tracer away has a trace that says it is cut', async () => {
  const { outcome, cut } = await trace('import sys\nsys.settrace(None)\nprint(1)\n');
  expect(outcome).toMatchObject({ status: 'finished', stdout: '1\n' });
  expect(cut).toBe(true);
});

test('huge values are told in short and in no time', async () => {
  const code =
    'a = list(range(100_000))\nb = 10 ** 20_000\nc = "x" * 1_000_000\nd = {i: [i] * 50 for i in range(1000)}\ne = a\na.append(a)\n';
  const { outcome, steps } = await trace(code);
  expect(outcome.status).toBe('finished');
  const told = steps.flatMap(({ changed }) => Object.values(changed)).filter((text) => text !== null);
  expect(told.length).toBeGreaterThan(4);
  for (const text of told) {
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).toMatch(/…/);
  }
});

test('looking at a value runs nothing of the program, however it was made', async () => {
  const code = `
class Loud(type):
    def __getattribute__(cls, name):
        print("metaclass", name)
        return super().__getattribute__(name)
class Name(str):
    def __str__(self):
        print("name")
        return "x"
    __repr__ = __format__ = lambda self, *rest: self.__str__()
class Bad(metaclass=Loud):
    def __getattribute__(self, name):
        print("attribute", name)
        raise SystemExit
    __class__ = property(lambda self: print("class"))
    __dict__ = property(lambda self: print("dict"))
    __repr__ = __str__ = __len__ = __iter__ = __hash__ = lambda self: print("method")
class Items(list):
    __iter__ = __len__ = __repr__ = lambda self: print("items")
class Slots:
    __slots__ = ("a", "b")
class Number(int):
    def __repr__(self):
        print("number")
        return "9"
Slots.__name__ = Name("Odd")
bad = Bad()
items = Items([1, bad])
slots = Slots()
slots.a = Number(3)
things = {"k": (bad, items, slots), 1: {2}}
print("end")
`;
  for (const version of pythonVersions) {
    const { outcome, steps } = await trace(code, { version });
    const plain = await pool.run(version, 0, { code, stdin: '', misconceptions: [] });
    expect({ ...outcome, milliseconds: 0 }, version).toEqual({ ...plain, milliseconds: 0 });
    expect(steps.at(-2)?.changed, version).toEqual({
      things: "{'k': (<Bad>, Items([1, <Bad>]), <? a=Number(3)>), 1: {2}}",
    });
  }
});

const values: [code: string, text: string][] = [
  ['True', 'True'],
  ['-7', '-7'],
  ['0.1 + 0.2', '0.30000000000000004'],
  ["'it\\'s'", '"it\'s"'],
  ["b'a\\n'", "b'a\\n'"],
  ["bytearray(b'a')", "bytearray(b'a')"],
  ['(1,)', '(1,)'],
  ['[[], {}, set(), ()]', '[[], {}, set(), ()]'],
  ['frozenset({3, 1, 2})', 'frozenset({1, 2, 3})'],
  ['range(2, 9, 3)', 'range(2, 9, 3)'],
  ['__import__("collections").Counter("aab")', "Counter({'a': 2, 'b': 1})"],
  ['__import__("collections").deque([1], 3)', 'deque([1])'],
  ['__import__("collections").namedtuple("Point", "x y")(1, 2)', 'Point(1, 2)'],
  ['__import__("enum").Enum("Colour", "RED").RED', 'Colour.RED'],
  ['__import__("datetime").date(2026, 1, 2)', 'datetime.date(2026, 1, 2)'],
  ['__import__("decimal").Decimal("1.10")', "Decimal('1.10')"],
  ['KeyError("k", 1)', "KeyError('k', 1)"],
  ['len', '<built-in function len>'],
  ['int', '<class int>'],
  ['__import__("math")', '<module math>'],
  ['(n for n in [])', '<generator <genexpr>>'],
  ['object()', '<object>'],
];

test('values look as Python shows them, or say what they are', async () => {
  const code = values.map(([source], index) => `v${index} = ${source}\n`).join('');
  for (const version of pythonVersions) {
    const { steps } = await trace(code, { version });
    const told = Object.assign({}, ...steps.map(({ changed }) => changed));
    for (const [index, [source, text]] of values.entries())
      expect(told[`v${index}`], `${version} ${source}`).toBe(text);
  }
});
