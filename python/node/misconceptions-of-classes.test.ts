import { expect, test } from 'vitest';
import { misconceptions } from '../misconceptions.ts';
import { givenPython } from './testing/given-python.ts';

const run = givenPython();

test('who believes in another order of texts also expects it of sorted(), max() and sort()', async () => {
  const code = `
words = ['b', 'A', 'a', 'B']
print(sorted(words), max('a', 'B'), min(['b', 'A']), ('a', 1) < ('B', 0))
pairs = [('10', 'x'), ('9', 'y')]
pairs.sort(key=lambda pair: pair[0])
print(pairs, sorted([3, 1]))`;
  expect(await run(code, ['str-compare-lower-first'])).toMatchObject({
    stdout: "['a', 'b', 'A', 'B'] B b True\n[('10', 'x'), ('9', 'y')] [1, 3]\n",
  });
  expect(await run(code, ['str-compare-numeric'])).toMatchObject({
    stdout: "['A', 'B', 'a', 'b'] a A False\n[('9', 'y'), ('10', 'x')] [1, 3]\n",
  });
});

test('repr(obj) keeps saying what __repr__ says, where only lists are believed to use __str__', async () => {
  const code = `
class Tea:
    def __str__(self):
        return 'green'
    def __repr__(self):
        return 'Tea()'
    def both(self):
        return self.__repr__() + str(self)
tea = Tea()
print([tea], {tea: 1}, repr(tea), f'{tea!r} {tea}', tea.both())`;
  expect(await run(code, ['str-used-in-containers'])).toMatchObject({
    stdout: '[green] {green: 1} Tea() Tea() green Tea()green\n',
    applied: ['str-used-in-containers'],
  });
});

test('an automatic __init__ of the base class is given the arguments of its names, and runs once', async () => {
  const code = `
class Animal:
    def __init__(self, name, legs=4):
        print('animal', name, legs)
class Bird(Animal):
    def __init__(self, name, wings):
        print('bird', wings)
class Duck(Bird):
    def __init__(self):
        super().__init__('Donald', 2)
Duck()`;
  expect(await run(code, ['base-init-automatic'])).toMatchObject({ stdout: 'animal Donald 4\nbird 2\n' });
});

test('assigning through an object reaches the class, but neither properties nor patterns nor other objects', async () => {
  const code = `
class Jar:
    full = 0
    @property
    def lid(self):
        return 'on'
    @lid.setter
    def lid(self, value):
        print('lid', value)
one, other = Jar(), Jar()
one.full += 7
one.lid = 'off'
one.label = 'jam'
match other:
    case Jar(full=Jar.full):
        print(other.full, hasattr(other, 'label'), one.__dict__)`;
  expect(await run(code, ['instance-assign-changes-class'])).toMatchObject({
    stdout: "lid off\n7 False {'label': 'jam'}\n",
  });
});

test('beliefs about attributes and about operators hold at the same time', async () => {
  const code = `
class Box:
    size = 7
    items = [1]
one, other = Box(), Box()
one.size //= 2
one.items.append(2)
print(other.size, other.items)`;
  const ids = ['instance-assign-changes-class', 'floordiv-is-truediv', 'append-prepends'];
  expect(await run(code, ids)).toMatchObject({ stdout: '3.5 [2, 1]\n', applied: ids });
});

test('what the library makes of a class works on under every belief about classes', async () => {
  const code = `
from abc import ABC, abstractmethod
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum
Point = namedtuple('Point', 'x y')
class Colour(Enum):
    RED = 1
@dataclass
class Cup:
    size: int = 3
class Shape(ABC):
    @abstractmethod
    def area(self): ...
class Square(Shape):
    def area(self):
        return 4
class Slotted:
    __slots__ = ('x',)
    def __init__(self):
        self.x = 5
class Refusal(Exception):
    pass
try:
    raise Refusal('no')
except Refusal as error:
    print(error, error.args)
print(Point(1, 2)._replace(x=3), Colour(1), Colour.RED.name, Cup(4), Cup() == Cup(3), Square().area(), Slotted().x)`;
  const right = await run(code, []);
  expect(right).toMatchObject({ status: 'finished' });
  const ids = [...misconceptions.values()].filter(({ topics }) => topics.includes('PCAP-4')).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(20);
  for (const id of ids) {
    const wrong = await run(code, [id]);
    expect([id, wrong.status, 'stdout' in wrong && wrong.stdout]).toEqual([
      id,
      'finished',
      'stdout' in right && right.stdout,
    ]);
  }
});

test('two opposite beliefs about __str__ together still give an answer', async () => {
  const code = 'class A:\n    def __str__(self):\n        return "S"\nprint([A()], A())';
  const ids = ['str-used-in-containers', 'str-needs-explicit-call'];
  for (const order of [ids, ids.toReversed()]) expect(await run(code, order)).toMatchObject({ stdout: '[S] S\n' });
});
