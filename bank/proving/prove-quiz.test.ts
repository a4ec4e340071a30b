import { openPythonPool, type PythonPool } from '@pyladder/python/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readQuiz } from '../quizzes/read-quiz.ts';
import { proveQuiz } from './prove-quiz.ts';
import type { Verdict } from './verdict.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let python: PythonPool;
beforeAll(() => {
  python = openPythonPool();
});
afterAll(() => python.close());

async function prove(text: string, file = 'quiz.md'): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for await (const { verdict } of proveQuiz(readQuiz(new TextEncoder().encode(text), file).questions, { python }))
    verdicts.push(verdict);
  return verdicts;
}

/** One question with a program in a fence; the first option is the key. */
function about(program: string, options: string[], stem = 'What does this print?'): string {
  return `#### Q1. ${stem}\n\n\`\`\`python\n${program}\n\`\`\`\n\n${options.map((option, index) => `- [${index === 0 ? 'x' : ' '}] ${option}\n`).join('')}`;
}

test.each([
  ['ends the process', 'import os\nos._exit(0)\nprint(1)', ['1', '2']],
  ['kills its parent', 'import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\nprint(1)', ['1', '2']],
  [
    'never ends and holds on',
    'while True:\n    try:\n        pass\n    except BaseException:\n        pass',
    ['1', '2'],
  ],
  ['waits for ever', 'import time\ntime.sleep(10**6)\nprint(1)', ['2', '1']],
  ['takes all memory', 'x = [0] * 10**10\nprint(len(x))', ['2', '1']],
  ['prints without end', 'while True:\n    print("x" * 1000)', ['x', 'y']],
  ['nests too deep', `print(${'('.repeat(3000)}1${')'.repeat(3000)})`, ['2', '1']],
  ['nests deep in values', 'x = []\nfor i in range(100000):\n    x = [x]\nprint(x)', ['2', '1']],
  ['reaches for the browser', 'import js\njs.eval("1")\nprint(1)', ['2', '1']],
  ['reads files of the machine', 'print(open("/etc/passwd").read())', ['root', 'x']],
  [
    'speaks to the network',
    'import urllib.request\nprint(urllib.request.urlopen("http://127.0.0.1").read())',
    ['1', '2'],
  ],
  ['imitates the harness', 'print("\\x1f1\\x1f1\\x1fint\\x1e", end="")', ['1', '2']],
  [
    'breaks what is built in',
    'import builtins, sys\nbuiltins.print = None\nbuiltins.repr = None\nsys.stdout = None\nx = 1',
    ['2', '1'],
  ],
])(
  'a program that %s is stopped, contradicts nothing, and the next question is proven',
  async (_, program, options) => {
    const [hostile, next] = await prove(
      `${about(program, options)}\n${about('print(1)', ['1', '2']).replace('Q1', 'Q2')}`,
    );
    expect(hostile?.verdict).toBe('undecided');
    expect(next).toEqual({ verdict: 'confirmed', truth: '1' });
  },
);

test('one program does not see what another left behind', async () => {
  const left = about('import builtins\nbuiltins.len = lambda x: 99\nprint(len("a"))', ['99', '1']);
  expect(await prove(`${left}\n${about('print(len("a"))', ['1', '99']).replace('Q1', 'Q2')}`)).toMatchObject([
    { verdict: 'confirmed' },
    { verdict: 'confirmed' },
  ]);
});

test.each([
  ['needs-package', about('import numpy\nprint(numpy.pi)', ['3', '4'])],
  ['input-unknown', about('print(int(input()) + 1)', ['3', '4'])],
  ['python-2', about('print "a"', ['a', 'b'])],
  ['python-2', about('for i in xrange(2):\n    print(i)', ['0 1', '1 2'])],
  ['not-python', about('console.log(1)', ['1', '2']).replace('```python', '```js')],
  ['not-runnable', about('print(1)', ['It must', 'It may'], 'Why does this print 1?')],
  ['not-runnable', about('print(1)', ['2', '1'], 'Which of these does this NOT print?')],
  ['incomplete', about('print(count)', ['2', '1'])],
  ['several-programs', about('x = 1\n```\n\nand then\n\n```python\nprint(x)', ['2', '1'])],
  ['no-key', about('print(1)', ['2', '1']).replace('[x]', '[ ]')],
  ['key-in-words', about('print(1)', ['the number that is smallest', '1'])],
  ['ambiguous-options', about('print("a")', ['a', '`a`'])],
  ['may-vary', about('print({3, 1})', ['{3, 1}', '{1, 3}'])],
  ['may-vary', about('print(object())', ['x', '<object object at 0x7ffff00>'])],
  ['no-end', about('while True:\n    pass', ['1', '2'])],
  ['incomplete', about('print(1', ['1', '2'])],
  ['not-a-choice', '::a:: Tell. {}'],
])('nothing is decided, and it is said that the reason is %s', async (reason, text) => {
  expect(await prove(text)).toMatchObject([{ verdict: 'undecided', reason }]);
});

test.each([
  ['seed', about('print({"a", "b", "c", "d"})', ["{'a', 'b', 'c', 'd'}", 'abcd'])],
  ['seed', about('import random\nprint(random.random())', ['0.5', '0.25'])],
  ['version', about('print(f"{\'a\' + "b"}")', ['ab', 'SyntaxError'])],
])('an answer that depends on the %s is said to, with what each gives', async (on, text) => {
  const [verdict] = await prove(text);
  expect(verdict).toMatchObject({ verdict: 'depends', on });
  expect(verdict?.verdict === 'depends' && verdict.truths.length).toBeGreaterThan(1);
});

test('a stop in the middle ends the work with the reason', async () => {
  const stop = new AbortController();
  const { questions } = readQuiz(new TextEncoder().encode(about('while True:\n    pass', ['1', '2'])), 'quiz.md');
  const proving = proveQuiz(questions, { python, signal: stop.signal }).next();
  stop.abort(new Error('enough'));
  await expect(proving).rejects.toThrow('enough');
});
