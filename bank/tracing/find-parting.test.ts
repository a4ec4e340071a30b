import type { Trace } from '@pyladder/python';
import { findParting } from '@pyladder/python/answers';
import { openPythonPool, type PythonPool } from '@pyladder/python/node';
import { afterAll, beforeAll, expect, test } from 'vitest';

let python: PythonPool;
beforeAll(() => {
  python = openPythonPool({ workers: 2 });
});
afterAll(() => python.close());

function follow(code: string, misconceptions: string[] = []): Promise<Trace> {
  return python.trace('3.14', 0, { code, stdin: '', misconceptions });
}

async function part(code: string, ...misconceptions: string[]) {
  return findParting(await follow(code), await follow(code, misconceptions));
}

const same = { variables: {}, printed: null, next: null };

test('who overwrites a sum is shown the line and the pass in which the sum is another', async () => {
  const code = 'total = 0\nfor n in range(1, 4):\n    total += n\nprint(total)\n';
  expect(await part(code, 'accumulator-overwritten')).toEqual({
    line: 3,
    time: 2,
    step: 4,
    python: { ...same, variables: { total: '3' } },
    belief: { ...same, variables: { total: '2' } },
  });
});

test('where a loop goes on once more, the two lines that come next are told beside the variable', async () => {
  const code = 'for n in range(2):\n    print(n)\nprint("end")\n';
  expect(await part(code, 'range-stop-inclusive')).toEqual({
    line: 1,
    time: 3,
    step: 4,
    python: { variables: { n: '1' }, printed: null, next: { event: 'line', line: 3 } },
    belief: { variables: { n: '2' }, printed: null, next: { event: 'line', line: 2 } },
  });
});

test('where only the output differs, it is the output of that line alone that is told', async () => {
  const code = 'a, b = 7, 2\nprint("before")\nprint(a, b, sep="-")\nprint("after")\n';
  expect(await part(code, 'sep-ignored')).toMatchObject({
    line: 3,
    python: { ...same, printed: '7-2\n' },
    belief: { ...same, printed: '7 2\n' },
  });
});

test('where one of the two raises, the exception is told beside what the other one did', async () => {
  const code = 'mark = "*"\nline = mark * 3\nprint(line)\n';
  expect(await part(code, 'no-sequence-repetition')).toMatchObject({
    line: 2,
    python: { next: { event: 'line', line: 3 } },
    belief: { next: { event: 'raise', value: expect.stringMatching(/^TypeError\(/) } },
  });
});

test('where a belief leaves lines out, the lines that come next are told', async () => {
  const code = 'n = 5\nif n > 3:\n    print("many")\nelse:\n    print("few")\n';
  expect(await part(code, 'condition-inverted')).toEqual({
    line: 2,
    time: 1,
    step: 1,
    python: { ...same, next: { event: 'line', line: 3 } },
    belief: { ...same, next: { event: 'line', line: 5 } },
  });
});

test('where a function gives back something else, the values are told at its return', async () => {
  const code = 'def last(names):\n    return len(names)\nprint(last(["a", "b"]))\n';
  expect(await part(code, 'len-is-last-index')).toMatchObject({
    line: 2,
    python: { next: { event: 'return', value: '2' } },
    belief: { next: { event: 'return', value: '1' } },
  });
});

test('where arguments arrive otherwise, the line that calls is told', async () => {
  const code = 'def share(total, people):\n    return total / people\nprint(share(people=5, total=40))\n';
  expect(await part(code, 'keyword-names-ignored')).toMatchObject({
    line: 3,
    python: { variables: { total: '40', people: '5' } },
    belief: { variables: { total: '5', people: '40' } },
  });
});

test('a variable that is the same but kept elsewhere is no difference yet: the line that shows it is told', async () => {
  const code = 'tip = 0\ndef give():\n    tip = 5\n    print("given", tip)\ngive()\nprint(tip)\n';
  expect(await part(code, 'assignment-reaches-global')).toMatchObject({
    line: 6,
    python: { ...same, printed: '0\n' },
    belief: { ...same, printed: '5\n' },
  });
});

test('a recursion parts in the call where it parts, by the number of times its line was come to', async () => {
  const code = 'def f(n):\n    if n == 0:\n        return 1\n    return n + f(n - 1)\nprint(f(2))\n';
  expect(await part(code, 'recursion-returns-base')).toMatchObject({
    line: 4,
    time: 2,
    python: { next: { event: 'return', value: '2' } },
    belief: { next: { event: 'return', value: '1' } },
  });
});

test('a belief that the program gives nothing to act on does not part', async () => {
  expect(await part('print(1)\n', 'range-stop-inclusive')).toBeNull();
});

test('a difference behind the end of what was followed is not guessed', async () => {
  const code = 'n = 0\nwhile n < 3000:\n    n += 1\nfor i in range(2):\n    print(i)\n';
  expect(await part(code, 'range-stop-inclusive')).toBeNull();
});

test('a belief under which there is no program at all has nothing to show', async () => {
  const nothing: Trace = {
    outcome: { status: 'not-applicable', misconception: 'x', why: 'no' },
    steps: [],
    cut: false,
  };
  expect(findParting(await follow('print(1)\n'), nothing)).toBeNull();
});

test('a belief that is mimicked by working something out earlier is not told as a missing variable', async () => {
  const code = 'for row in "ab":\n    for seat in [1, 2]:\n        print(row, seat)\n';
  const parting = await part(code, 'inner-loop-runs-once');
  expect(Object.values(parting?.belief.variables ?? {})).not.toContain(null);
});

test('a class that has less in it under a belief is not told as something that gives back None', async () => {
  const code = 'class A:\n    def __radd__(self, other):\n        return 5\nprint(1 + A())\n';
  expect(await part(code, 'radd-unused')).toBeNull();
});

test('long output is told up to a length that can be read', async () => {
  const parting = await part('print(*range(500), sep="-")\n', 'sep-ignored');
  expect(parting?.python.printed).toHaveLength(240);
  expect(parting?.python.printed?.endsWith('…')).toBe(true);
});
