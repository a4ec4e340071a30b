import { expect, test } from 'vitest';
import { buildTemplate } from '../../build/build-template.ts';
import type { Variant } from '../../templates/variant.ts';
import { block, givenTemplate } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';
import { sameEnd } from './gates.ts';

const sound = {
  kind: 'error',
  ask: 'exception',
  code: block('label = {{label}}', 'price = int(label)', 'print(price + {{fee}})'),
  params: '{ label: ["3.50", "7.20", "4.9"], fee: [1, 2] }',
  where: "'True'",
  explain: 'It is so because CPython does so, and nothing else.',
  misconceptions: '[int-parses-float-text]',
};

const inFunction = {
  ask: 'line',
  code: block(
    'def share(total, people):',
    '    each = total / people',
    '    return each',
    '',
    '',
    'total = {{total}}',
    'for people in range(0, {{stop}}):',
    '    print(share(total, people))',
  ),
  params: '{ total: [12, 24, 60], stop: [2, 3] }',
  misconceptions: '[range-start-exclusive]',
};

async function build(fields: Readonly<Record<string, string>> = {}) {
  const template = givenTemplate({ ...sound, ...fields });
  const result = await buildTemplate(template, 'error', { python });
  const lines = template.source.text.split('\n');
  return {
    template,
    variants: result.built.variants,
    problems: result.problems.map(({ line, what }) => `${lines[line - 1]?.trim()} → ${what}`),
    remedies: result.problems.map(({ remedy }) => remedy),
  };
}

function keyOf({ options }: Pick<Variant, 'options'>): string[] {
  return options.filter(({ key }) => key).map(({ text }) => text);
}

test('the key is the exception that CPython raises; who holds a belief picks none, and is shown the line', async () => {
  const { variants, problems } = await build();
  expect(problems).toEqual([]);
  expect(variants).toHaveLength(3);
  for (const variant of variants) {
    expect(variant.stem).toBe('Which exception, if any, does this program stop with?');
    expect(keyOf(variant)).toEqual(['ValueError']);
    const none = variant.options.find(({ text }) => text === 'No exception');
    expect(none).toMatchObject({ misconceptions: [['int-parses-float-text']], parting: { line: 2 } });
    expect(variant.options.map(({ text }) => text)).toContain('TypeError');
  }
});

test('an exception that is only near says what it is for, and what it is here', async () => {
  const { variants } = await build();
  const near = variants[0]?.options.find(({ text }) => text === 'TypeError');
  expect(near?.because).toBe(
    '`TypeError` is for a value of a type that the operation cannot use; here it is a `ValueError` at line 2.',
  );
});

test("an author's own words about an answer come before those in general", async () => {
  const distractors = '[{ text: TypeError, because: A text is what `int()` takes. }]';
  const { variants } = await build({ distractors });
  const near = variants[0]?.options.find(({ text }) => text === 'TypeError');
  expect(near?.because).toBe('A text is what `int()` takes.');
});

test('the line is the one within the function, and the one that calls is a wrong answer with the reason', async () => {
  const { variants, problems } = await build(inFunction);
  expect(problems).toEqual([]);
  for (const variant of variants) {
    expect(keyOf(variant)).toEqual(['Line 2']);
    const calling = variant.options.find(({ text }) => text === 'Line 8');
    expect(calling?.because).toBe(
      'Line 8 makes the call, but the exception comes from within it: a `ZeroDivisionError` at line 2.',
    );
  }
});

test('a program that raises nothing can be asked for its exception', async () => {
  const { variants } = await build({
    code: block('word = {{word}}', 'print(word[{{start}}:{{stop}}])', 'print(word[-1])'),
    params: '{ word: [tea, ink, oak], start: [1, 2], stop: [9, 12] }',
    misconceptions: '[slice-oob-error]',
    variants: '2',
  });
  expect(variants.map(keyOf)).toEqual([['No exception'], ['No exception']]);
  expect(variants[0]?.options.find(({ text }) => text === 'IndexError')?.misconceptions).not.toEqual([]);
});

test.each([
  [
    'a line where nothing is raised',
    { ask: 'line', code: block('label = {{label}}', 'print(label, {{fee}})') },
    'ask: line → No variant can be built: no line of the program raises an exception',
  ],
  ['a program without an end', { code: block('while True:', '    {{fee}}') }, 'the program does not end'],
  [
    'a belief that leads to the same end',
    { misconceptions: '[int-parses-float-text, print-no-space]' },
    '`print-no-space` gives no wrong answer in any of 3 variants',
  ],
  ['an item without a belief', { misconceptions: '[]' }, 'only 0 of the wrong outputs that misconceptions give'],
])('%s is refused', async (_name, fields, expected) => {
  const { problems, remedies } = await build(fields);
  expect(problems.join('\n')).toContain(expected);
  for (const remedy of remedies) expect(remedy).toMatch(/^[A-Z].*[.?]$/);
});

test('an end that is another one on some CPython is refused, whatever the words of the message', async () => {
  const { template, variants } = await build({ variants: '1' });
  const [variant] = variants;
  if (variant === undefined) throw new Error('there is no variant');
  const leftOut: [] = [];
  const withLast = (change: object): Variant[] => {
    const proof = variant.proof.map((run, index) => {
      const { outcome } = run;
      if (index === 0 || outcome.status !== 'raised') return run;
      return { ...run, outcome: { ...outcome, exception: { ...outcome.exception, ...change } } };
    });
    return [{ ...variant, proof }];
  };
  expect(sameEnd({ template, leftOut, variants: withLast({ message: 'in other words' }) })).toEqual([]);
  expect(sameEnd({ template, leftOut, variants: withLast({ type: 'TypeError' }) })).toHaveLength(1);
  expect(sameEnd({ template, leftOut, variants: withLast({ line: 3 }) })[0]?.what).toContain('does not end on CPython');
});

test('what is asked has to be said, in one of two words', () => {
  expect(() => givenTemplate({ ...sound, ask: 'message' })).toThrow('Write exception');
});
