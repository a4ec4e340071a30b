import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import { misconceptions } from '../misconceptions.ts';
import { type PythonVersion, pythonVersions, type RunOutcome } from '../protocol.ts';
import { readCatalogue } from './catalogue.ts';
import { openPythonPool } from './pool.ts';

vi.setConfig({ testTimeout: 300_000 });

/** A program and what it does in Python and under the belief; obtained by running, independently of this room. */
type Example = {
  id: string;
  example: string;
  stdin: string;
  true_out: string;
  true_exc: string | null;
  wrong_out: string;
  wrong_exc: string | null;
  /** What Pyodide does not have; such examples run natively (native/misconceptions.test.ts). */
  needs?: string[];
};

const file = new URL('../misconceptions/', import.meta.url);
const allExamples = readFileSync(new URL('examples.jsonl', file), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Example => JSON.parse(line));
const examples = allExamples.filter(({ needs }) => needs === undefined);

const pool = openPythonPool({ workers: 2 });
afterAll(() => pool.close());

function run(code: string, ids: string[], { stdin = '', version = '3.14' as PythonVersion } = {}) {
  return pool.run(version, 0, { code, stdin, misconceptions: ids });
}

/** What a reader of the screen sees: the output, and the name of the exception. */
function seen(outcome: RunOutcome): unknown {
  const stdout = 'stdout' in outcome ? outcome.stdout : null;
  return [outcome.status, stdout, outcome.status === 'raised' ? outcome.exception.type : null];
}

function expected(stdout: string, exception: string | null): unknown {
  return [exception === null ? 'finished' : 'raised', stdout, exception];
}

for (const version of pythonVersions) {
  test(`every example does in Python ${version} what it did when it was recorded`, async () => {
    const outcomes = await Promise.all(examples.map(({ example, stdin }) => run(example, [], { stdin, version })));
    const found = outcomes.map((outcome, i) => [examples[i]?.id, seen(outcome)]);
    expect(found).toEqual(examples.map(({ id, true_out, true_exc }) => [id, expected(true_out, true_exc)]));
  });

  test(`every misconception makes its example on ${version} do what its believers expect`, async () => {
    const outcomes = await Promise.all(
      examples.map(({ id, example, stdin }) => run(example, [id], { stdin, version })),
    );
    const found = outcomes.map((outcome, i) => [
      examples[i]?.id,
      seen(outcome),
      'applied' in outcome ? outcome.applied : null,
    ]);
    expect(found).toEqual(examples.map(({ id, wrong_out, wrong_exc }) => [id, expected(wrong_out, wrong_exc), [id]]));
  });
}

test('every misconception has an example, and every example its misconception', () => {
  expect(allExamples.map(({ id }) => id).sort()).toEqual([...misconceptions.keys()].sort());
});

test('the snippet of every misconception shows the difference', async () => {
  for (const { id, stdin } of examples) {
    const snippet = misconceptions.get(id)?.snippet ?? '';
    const [right, wrong] = await Promise.all([run(snippet, [], { stdin }), run(snippet, [id], { stdin })]);
    expect(seen(wrong), id).not.toEqual(seen(right));
  }
});

test('a misconception that took no effect has changed nothing, and none breaks the interpreter', async () => {
  const ids = [...misconceptions.keys()];
  // Each misconception meets every fortieth example, so that all examples are met by some.
  const pairs = ids.flatMap((id, i) =>
    examples.filter((_, j) => (i + j) % 40 === 0).map((example) => ({ believed: id, ...example })),
  );
  const limits = { milliseconds: 300 };
  const outcomes = await Promise.all(
    pairs.map(async ({ believed, example, stdin }) => ({
      right: await pool.run('3.14', 0, { code: example, stdin, misconceptions: [], limits }),
      wrong: await pool.run('3.14', 0, { code: example, stdin, misconceptions: [believed], limits }),
    })),
  );
  for (const [i, { right, wrong }] of outcomes.entries()) {
    const where = `${pairs[i]?.believed} on the example of ${pairs[i]?.id}`;
    expect(wrong.status === 'stopped' && wrong.reason === 'crash', where).toBe(false);
    if ('applied' in wrong && wrong.applied.length === 0) expect(seen(wrong), where).toEqual(seen(right));
  }
});

test('misconceptions act together, one after the other', async () => {
  const code = 'print(7 // 2, 2 ** 3 ** 2, -7 % 3, "a", 1)';
  const ids = [
    'floordiv-is-truediv',
    'pow-left-assoc',
    'mod-sign-of-dividend',
    'print-no-space',
    'string-shows-quotes',
  ];
  expect(await run(code, ids)).toMatchObject({ stdout: "3.564-1'a'1\n", applied: ids });
});

test('two beliefs about precedence hold at the same time', async () => {
  const code = 'print(2 ** 3 ** 2, -3 ** 2, 2 + 3 * 4)';
  expect(await run(code, ['pow-left-assoc', 'unary-minus-before-pow'])).toMatchObject({ stdout: '64 9 14\n' });
});

test('parentheses keep their meaning under every belief about precedence', async () => {
  const code = 'print((2 + 3) * 4, 2 ** (3 ** 2), (-3) ** 2, -(3 ** 2), not (1 == 2), (1 < 2) < 3, (6 & 3) == 2)';
  const ids = [...misconceptions.values()].filter(({ family }) => family === 'precedence').map(({ id }) => id);
  for (const id of ids) expect(seen(await run(code, [id])), id).toEqual(seen(await run(code, [])));
});

test('a belief about numbers leaves other types alone', async () => {
  const code = 'print("%d items" % 3, {1, 2} ^ {2, 3}, {1} | {2}, "ab" + "cd", [1] + [2])';
  const ids = [
    'mod-is-quotient',
    'caret-is-power',
    'bitops-are-logical',
    'str-digits-add-as-numbers',
    'bool-not-a-number',
  ];
  expect(seen(await run(code, ids))).toEqual(seen(await run(code, [])));
});

test('a name that the program uses for something of its own keeps its own meaning', async () => {
  const code =
    'def len(x):\n    return 7\nclass Stack(list):\n    def append(self, x):\n        print("own")\nprint(len([1]))\nStack().append(1)';
  expect(await run(code, ['len-is-last-index', 'append-prepends'])).toMatchObject({ stdout: '7\nown\n', applied: [] });
});

test('a belief also acts in augmented assignment, where box and index are worked out once', async () => {
  const code = 'def i():\n    print("i")\n    return 0\nxs = [7]\nxs[i()] //= 2\nx = 9\nx //= 2\nprint(xs, x)';
  expect(await run(code, ['floordiv-is-truediv'])).toMatchObject({ stdout: 'i\n[3.5] 4.5\n' });
});

test('a built-in that is handed to map() acts by the belief as well', async () => {
  expect(await run('print(list(map(int, [2.7, 3.2])), isinstance(3, int))', ['int-rounds'])).toMatchObject({
    stdout: '[3, 3] True\n',
  });
});

test('the line at fault stays the line of the program, whatever a misconception has rewritten', async () => {
  const code = 'xs = [1]\nfor i in range(2):\n    if i == 1:\n        pass\n    xs[i] += 1\n';
  expect(await run(code, ['floordiv-is-truediv', 'range-stop-inclusive', 'pass-is-continue'])).toMatchObject({
    exception: { type: 'IndexError', line: 5 },
  });
});

test('a misconception that makes no program of a program says so', async () => {
  const code =
    'def f(x, x2):\n    global y\n    y = 1\nf(x2=1, x=2)\nclass C:\n    print([k for k in [1] if 0 < k < 2])';
  const outcome = await run(code, ['int-float-differ', 'str-number-equal']);
  expect(outcome).toMatchObject({ status: 'finished' });
  const walrus = 'class C:\n    print([k for k in [1] if 0 < k == 1])';
  expect(await run(walrus, ['int-float-differ'])).toMatchObject({
    status: 'not-applicable',
    misconception: 'int-float-differ',
  });
});

test('a misconception nobody knows is refused', async () => {
  await expect(run('print(1)', ['no-such-belief'])).rejects.toThrow('no-such-belief');
});

test('the catalogue that the rest of the house reads is the one of the Python modules', async () => {
  expect([...misconceptions.values()]).toEqual(JSON.parse(await readCatalogue()));
});

test('every belief and correction is a short phrase that can be shown as it is', () => {
  for (const { id, belief, correction, prevalence } of misconceptions.values()) {
    expect(belief, id).not.toMatch(/[.:]$/);
    expect(correction, id).toMatch(/\.$/);
    // About a hundred and forty characters are read in ten seconds.
    expect(correction.length, id).toBeLessThan(140);
    expect(prevalence > 0 && prevalence < 1, id).toBe(true);
  }
});
