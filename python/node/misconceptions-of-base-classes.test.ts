import { expect, test } from 'vitest';
import { misconceptions } from '../misconceptions.ts';
import { givenPython } from './testing/given-python.ts';

const run = givenPython();

test('super() that means the first base works in __new__, class methods, properties and metaclasses', async () => {
  const code = `
class Meta(type):
    def __new__(mcs, name, bases, namespace):
        return super().__new__(mcs, name, bases, namespace)
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
class A(metaclass=Meta):
    def __new__(cls, *args):
        return super().__new__(cls)
    def __init__(self, x=0):
        super().__init__()
        self.x = x
    @classmethod
    def make(cls):
        return cls(1)
    @property
    def way(self):
        return 'A'
class B(A):
    @classmethod
    def make(cls):
        made = super().make()
        made.x += 1
        return made
    @property
    def way(self):
        return 'B' + super().way
class C(A):
    @property
    def way(self):
        return 'C' + super().way
class D(B, C):
    @property
    def way(self):
        return 'D' + super(D, self).way
    def none(self):
        return super().none()
print(D.make().x, D().way)
try:
    D().none()
except AttributeError as error:
    print(error)`;
  const end = "'super' object has no attribute 'none'\n";
  expect(await run(code, [])).toMatchObject({ stdout: `2 DBCA\n${end}` });
  expect(await run(code, ['super-is-first-base'])).toMatchObject({ stdout: `2 DBA\n${end}` });
});

test('another order of base classes is inherited, and allows what Python finds no order for', async () => {
  const code = `
from abc import ABC, abstractmethod
from enum import Enum
class A:
    def way(self):
        return 'A'
class B(A):
    def way(self):
        return 'B' + super().way()
class C(A):
    def way(self):
        return 'C' + super().way()
class D(B, C):
    pass
class E(D):
    pass
print(E().way(), type(E))
class Able(ABC):
    @abstractmethod
    def act(self): ...
class Act:
    def act(self):
        return 'act'
class Both(Act, Able):
    def act(self):
        return super().act()
class Colour(str, Enum):
    RED = 'r'
print(Both().act() if E.__mro__[-1] is object else '', Colour.RED.value)
class F(A, B):
    pass
print(F().way())`;
  expect(await run(code, [])).toMatchObject({
    stdout: "BCA <class 'type'>\nact r\n",
    exception: { type: 'TypeError' },
  });
  expect(await run(code, ['mro-depth-first'])).toMatchObject({ stdout: "BA <class 'type'>\nact r\nA\n" });
  expect(await run(code, ['mro-right-to-left'])).toMatchObject({ stdout: "CA <class 'type'>\nNone r\nBA\n" });
});

test('__getattr__ that is asked for everything still reads the attributes of its own object', async () => {
  const code = `
class Proxy:
    def __init__(self, box):
        self.box = box
    def __getattr__(self, name):
        return name in self.box
proxy = Proxy(['red'])
print(proxy.red, proxy.box, isinstance(proxy, Proxy))`;
  expect(await run(code, ['getattr-always-called'])).toMatchObject({ stdout: 'True False True\n' });
});

test('what the library makes of a class works on under every belief about advanced classes', async () => {
  const code = `
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, total_ordering
Point = namedtuple('Point', 'x y')
class Colour(str, Enum):
    RED = 'r'
@total_ordering
@dataclass
class Cup:
    size: int = 3
    def __lt__(self, other):
        return self.size < other.size
    @cached_property
    def double(self):
        return self.size * 2
class Refusal(ValueError, KeyError):
    pass
try:
    raise Refusal('no')
except KeyError as error:
    print(error, error.args)
print(Point(1, 2)._replace(x=3), Colour('r'), Colour.RED.name, Cup(4) >= Cup(), Cup() == Cup(3), Cup().double)`;
  const right = await run(code, []);
  expect(right).toMatchObject({ status: 'finished' });
  const ids = [...misconceptions.values()].filter(({ topics }) => topics.includes('PCPP1-1')).map(({ id }) => id);
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
