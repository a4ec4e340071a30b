import { expect, test, vi } from 'vitest';
import { block, givenTemplate } from '../testing/given-pack.ts';
import { python } from '../testing/given-python.ts';
import { explainTemplate } from './explanation.ts';
import { proposeDistractors } from './proposal.ts';

vi.setConfig({ testTimeout: 600_000 });

const sliced = {
  objective: 'for-loops',
  code: block('marks = [2, 3, 5, 7, 8, 9]', 'part = marks[{{start}}:{{stop}}]', 'print(part)'),
  params: '{ start: [1], stop: [3, 4] }',
  where: 'start < stop',
  misconceptions: '[slice-end-inclusive, slice-second-is-length, slice-from-one]',
  variants: '2',
  explain: 'A slice ends before its second index, and begins at its first, counted from 0.',
};

async function explain(fields: Readonly<Record<string, string>>, variant = 1) {
  const explained = await explainTemplate(givenTemplate(fields), { seed: 'a', variant, python });
  if (!('rendered' in explained)) throw new Error(JSON.stringify(explained));
  return explained;
}

test('an author sees of every belief what it prints, and why it is no option', async () => {
  const misconceptions =
    '[slice-end-inclusive, slice-second-is-length, slice-from-one, append-prepends, slice-is-view]';
  const { fates, options, proof, problems } = await explain({ ...sliced, misconceptions });
  expect(problems.map(({ what }) => what)).toEqual([
    expect.stringContaining('`append-prepends` gives no wrong answer'),
    expect.stringContaining('`slice-is-view` gives no wrong answer'),
  ]);
  expect(new Set(proof.map(({ python: version, hashSeed }) => `${version} ${hashSeed}`)).size).toBe(8);
  const fateOf = (id: string) => fates.find(({ beliefs }) => beliefs.join() === id);
  const taken = fateOf('slice-end-inclusive');
  expect(taken?.fate).toBe('option');
  expect(options.find(({ text }) => text === taken?.text)?.misconceptions).toContainEqual(['slice-end-inclusive']);
  expect(fateOf('append-prepends')).toMatchObject({ fate: 'idle', why: 'has nothing to act on in this program' });
  expect(fateOf('slice-is-view')?.fate).toBe('key');
});

test('beliefs that no variant tells apart come with values under which they part', async () => {
  const { ties, tried } = await explain(sliced);
  const tie = ties.find(({ sets }) => sets.length === 2);
  expect(tie?.sets).toEqual([['slice-end-inclusive'], ['slice-second-is-length']]);
  expect(tie?.apart).toEqual([]);
  const { suggestion } = tie ?? {};
  // With a start of 1 the length counts to one more than the stop, whatever the stop is.
  expect(Object.keys(suggestion?.values ?? {})).toContain('start');
  expect(new Set(suggestion?.answers.map(({ text }) => text)).size).toBe(2);
  expect(tried).toBeGreaterThan(0);
  expect(tried).toBeLessThanOrEqual(40);
});

test('beliefs that another variant tells apart are said to be, with the variant', async () => {
  const fields = { ...sliced, params: '{ start: [1, 2], stop: [4] }' };
  const both = [await explain(fields, 1), await explain(fields, 2)];
  const tied = both.filter(({ ties }) => ties.some(({ sets }) => sets.length === 2));
  expect(tied).toHaveLength(1);
  const tie = tied[0]?.ties.find(({ sets }) => sets.length === 2);
  expect(tie?.apart).toEqual([tied[0]?.variant === 1 ? 2 : 1]);
  expect(tie?.suggestion).toBeNull();
});

test('a program without params cannot be parted by them, and no time is lost on it', async () => {
  const { params: _, where: __, ...rest } = sliced;
  const code = block('marks = [2, 3, 5, 7, 8, 9]', 'part = marks[1:3]', 'print(part)');
  const { ties, tried } = await explain({ ...rest, code, params: '{}', where: '[]', variants: '1' });
  expect(ties.some(({ suggestion }) => suggestion !== null)).toBe(false);
  expect(tried).toBe(0);
});

test('values that break an expression of the template do not hide those that work', async () => {
  const fields = {
    ...sliced,
    explain: 'A slice of {{12 // (stop - 5)}} ends before its second index, from {{start}}.',
  };
  const { ties } = await explain(fields);
  expect(ties.find(({ sets }) => sets.length === 2)?.suggestion).not.toBeNull();
});

test('a template is explained before its explanation is written, and told that it is missing', async () => {
  const { options, problems } = await explain({ ...sliced, explain: 'Say why.' });
  expect(options).toHaveLength(4);
  expect(problems.map(({ what }) => what)).toEqual(['The explanation is too short to say why the key is right.']);
});

test('a program that does not end is shown with what stopped it', async () => {
  const { leftOut, proof, problems } = await explain({ ...sliced, code: block('while True:', '    {{start}}') });
  expect(leftOut).toBe('the program does not end');
  expect(proof).toMatchObject([{ outcome: { status: 'stopped', reason: 'time' } }]);
  expect(problems).toHaveLength(1);
});

test('the answers of a program are ranked by how many think so, and beliefs that give the same stand together', async () => {
  const program = { code: 'marks = [2, 3, 5, 7]\npart = marks[1:3]\nprint(part, 7 // 2)\n', stdin: '' };
  const proposal = await proposeDistractors(program, { python });
  if (!('answers' in proposal)) throw new Error(JSON.stringify(proposal));
  const weights = proposal.answers.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  const ids = proposal.answers.map(({ beliefs }) => beliefs.map(({ id }) => id));
  expect(ids).toContainEqual(expect.arrayContaining(['slice-end-inclusive', 'slice-second-is-length']));
  expect(proposal.answers.map(({ text }) => text)).not.toContain(proposal.key);
  expect(proposal.answers.filter(({ isChosen }) => isChosen)).toHaveLength(3);
  expect(proposal.useless.flatMap(({ beliefs }) => beliefs)).toContain('slice-is-view');
});

test.each([
  ['while True:\n    pass\n', { why: 'does not end (it was stopped after 2 seconds)', line: null }],
  ['x = 1\nif x\n', { why: "is not Python: expected ':'", line: 2 }],
  ['print(1)\nprint(1 / 0)\n', { why: 'stops with ZeroDivisionError: division by zero', line: 2 }],
  ['x = 1\n', { why: 'prints nothing', line: null }],
])('a program that no item can be made of is told in one line, before hundreds of runs: %j', async (code, expected) => {
  const onProgress = vi.fn();
  expect(await proposeDistractors({ code, stdin: '' }, { python, onProgress })).toEqual(expected);
  expect(onProgress).not.toHaveBeenCalled();
});
