import { expect, test } from 'vitest';
import { givenPython } from './testing/given-python.ts';

const run = givenPython();

test('an inner function that keeps values still counts, calls itself and goes by its own name', async () => {
  const code = `
def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    return up, lambda: n
up, look = counter()
up()
print(up(), look())
fs = []
for i in range(3):
    def get(more=0):
        return i + more
    fs.append(get)
print([f(10) for f in fs], get.__name__)
def outer():
    def twice(f):
        return lambda n: 2 * f(n)
    @twice
    def fact(n):
        return 1 if n == 0 else n * fact(n - 1)
    return fact(2)
print(outer())
even = lambda n: n == 0 or odd(n - 1)
odd = lambda n: n != 0 and even(n - 1)
print(even(4))`;
  expect(await run(code, [])).toMatchObject({ stdout: '2 2\n[12, 12, 12] get\n16\nTrue\n' });
  expect(await run(code, ['closure-captures-value'])).toMatchObject({
    stdout: '2 0\n[10, 11, 12] get\n16\nTrue\n',
    applied: ['closure-captures-value'],
  });
});

test('variables that inner functions share are shared whatever the outer function takes and gives', async () => {
  const code = `
def power(n, /, *rest, plus=0, **named):
    """doc"""
    def f(x):
        return x ** n + plus
    return f
square, cube = power(2), power(3, plus=1)
print(square(2), cube(2), power.__doc__)
def each(names):
    for name in names:
        yield lambda: name
first, second = each(['a', 'b'])
print(first(), second())
def make():
    n = 0
    def up():
        n += 1
        return n
    return up
a, b = make(), make()
a()
print(b())`;
  const ids = ['nonlocal-unneeded', 'closure-state-shared'];
  expect(await run(code, ids)).toMatchObject({ stdout: '9 9 doc\nb b\n2\n', applied: ids });
});

const decorated = `
import functools
def mark(sign):
    print('mark', sign)
    def decorate(f):
        print('decorate', sign)
        @functools.wraps(f)
        def wrapper(*args, **named):
            return sign + str(f(*args, **named))
        return wrapper
    return decorate
@mark('a')
@mark('b')
def f(x=1):
    return x
class Jar:
    @property
    def lid(self):
        return 'on'
    @mark('m')
    def open(self, how='by hand'):
        return how
print('main')
print(f(2), f(x=3), f.__name__, Jar().lid, Jar().open())`;

test('decorators that are believed to run late also do so with arguments, on methods and several at once', async () => {
  const [both, method] = ['mark a\nmark b\ndecorate b\ndecorate a\n', 'mark m\ndecorate m\n'];
  const end = 'ab2 ab3 f on mby hand\n';
  expect(await run(decorated, [])).toMatchObject({ stdout: `${both}${method}main\n${end}` });
  expect(await run(decorated, ['decorator-runs-at-call'])).toMatchObject({ stdout: `main\n${both}${method}${end}` });
  expect(await run(decorated, ['decorator-runs-every-call'])).toMatchObject({
    stdout: `main\n${both}${both}${method}${end}`,
  });
});

test('a decorator that is believed to come first is still made in its turn, and may be late as well', async () => {
  const both = 'mark a\nmark b\ndecorate a\ndecorate b\n';
  const method = 'mark m\ndecorate m\n';
  const end = 'ba2 ba3 f on mby hand\n';
  expect(await run(decorated, ['decorators-top-down'])).toMatchObject({ stdout: `${both}${method}main\n${end}` });
  const ids = ['decorators-top-down', 'decorator-runs-at-call'];
  expect(await run(decorated, ids)).toMatchObject({ stdout: `main\n${both}${method}${end}`, applied: ids });
});

test('beliefs about comprehensions hold in classes, in each other and beside :=', async () => {
  const code = `
class Shop:
    prices = [1, 2]
    doubled = [price * 2 for price in prices if price > 1]
x = y = 9
print(Shop.doubled, [[x for x in row] for row in [[1], [2]]], x)
print([y for x in range(4) if (y := x * 2) > 2], y)
print([cell for row in [[1, 2], [3]] for cell in row])`;
  const seen = async (id: string) => {
    const outcome = await run(code, [id]);
    return 'stdout' in outcome ? outcome.stdout.trimEnd().split('\n') : outcome;
  };
  expect(await seen('comp-var-leaks')).toEqual(['[4] [[1], [2]] 2', '[4, 6] 6', '[1, 2, 3]']);
  expect(await seen('comp-if-ignored')).toEqual(['[2, 4] [[1], [2]] 9', '[0, 2, 4, 6] 6', '[1, 2, 3]']);
  expect(await seen('comp-if-gives-none')).toEqual(['[None, 4] [[1], [2]] 9', '[None, None, 4, 6] 6', '[1, 2, 3]']);
  expect(await seen('comp-two-fors-zip')).toEqual(['[4] [[1], [2]] 9', '[4, 6] 6', '[1, 2, 3]']);
  expect(await run(code, ['comp-for-order-reversed'])).toMatchObject({ exception: { type: 'NameError', line: 8 } });
});

test('beliefs about map() and filter() hold together, and next() still works on what is gone through twice', async () => {
  const code = `
m = map(str, [1, 2, 3])
print(next(m), list(m), list(m), isinstance(m, map))
print(list(filter(None, [0, 1, ''])), list(map(pow, [2, 3], [3, 2])))`;
  expect(await run(code, ['map-reusable'])).toMatchObject({
    stdout: "1 ['1', '2', '3'] ['1', '2', '3'] True\n[1] [8, 9]\n",
  });
  const ids = ['map-is-eager-list', 'filter-gives-bools'];
  for (const order of [ids, ids.toReversed()]) {
    expect(await run('print(filter(lambda x: x > 1, [1, 2]))', order)).toMatchObject({ stdout: '[False, True]\n' });
  }
});

test('beliefs about files leave standard output, closed files and the mode that is shown as they are', async () => {
  const code = `
with open('f', 'w') as f:
    f.write('one\\ntwo\\n')
with open('f', 'w') as f:
    f.write('three\\n')
    print(f.mode)
with open('f') as f:
    print(repr(f.read(1)), repr(f.read(1)))
try:
    f.read()
except ValueError as error:
    print(error)`;
  const end = 'I/O operation on closed file.\n';
  expect(await run(code, ['w-mode-appends'])).toMatchObject({ stdout: `w\n'o' 'n'\n${end}` });
  const ids = ['read-rewinds', 'read-n-is-lines', 'w-mode-appends'];
  for (const order of [ids, ids.toReversed()]) {
    expect(await run(code, order)).toMatchObject({ stdout: `w\n'one\\n' 'one\\n'\n${end}` });
  }
});

test('a belief about lambdas is about those of the program, not about how another belief is made to work', async () => {
  const code = `
def twice(f):
    return lambda x: 2 * f(x)
@twice
def f(x):
    return x
ways = [lambda: i for i in range(2)]
print(f(2), [way() for way in ways])`;
  for (const other of ['decorator-runs-at-call', 'closure-captures-value']) {
    const ids = [other, 'lambda-prints-none'];
    expect(await run(code, ids)).toMatchObject({ stdout: 'None [None, None]\n', applied: ids });
  }
});
