import { expect, test } from 'vitest';
import { buildTemplate } from '../../build/build-template.ts';
import { block, givenTemplate } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';

const sound = {
  kind: 'trace',
  variable: 'total',
  line: '3',
  occurrence: '3',
  code: block(
    'total = {{first}}',
    'for number in range({{start}}, {{stop}}, 2):',
    '    total += number',
    'print(total)',
  ),
  params: '{ first: [10, 20], start: [3, 4], stop: [13, 14, 15] }',
  where: "'True'",
  explain: 'It is so because CPython does so, and nothing else.',
  misconceptions: '[range-step-ignored, range-start-exclusive, accumulator-overwritten]',
};

async function build(fields: Readonly<Record<string, string>> = {}) {
  const template = givenTemplate({ ...sound, ...fields });
  const result = await buildTemplate(template, 'trace', { python });
  const lines = template.source.text.split('\n');
  return {
    variants: result.built.variants,
    problems: result.problems.map(({ line, what }) => `${lines[line - 1]?.trim()} → ${what}`),
    remedies: result.problems.map(({ remedy }) => remedy),
  };
}

test('the key is what the variable is in CPython at that moment, and the question says which moment', async () => {
  const { variants, problems } = await build();
  expect(problems).toEqual([]);
  expect(variants).toHaveLength(3);
  for (const { draw, stem, options, proof } of variants) {
    const [first, start] = ['first', 'start'].map((name) => Number(draw.get(name)));
    const keys = options.filter(({ key }) => key).map(({ text }) => text);
    // Two numbers of the range have been added by then.
    expect(keys).toEqual([String((first ?? 0) + (start ?? 0) * 2 + 2)]);
    expect(stem).toBe('What is the value of `total` when line 3 is reached for the third time, before it runs?');
    expect(new Set(proof.map((run) => `${run.python} ${run.hashSeed}`)).size).toBe(8);
    expect(options).toHaveLength(4);
  }
});

test('a wrong answer is what a belief has there, with the line where it parts, or the value a step away', async () => {
  const { variants } = await build({ misconceptions: '[range-step-ignored, accumulator-overwritten]' });
  const options = variants.flatMap((variant) => variant.options.filter(({ key }) => !key));
  const believed = options.filter(({ misconceptions }) => misconceptions.length > 0);
  expect(believed.every(({ parting }) => parting !== undefined)).toBe(true);
  expect(believed.some(({ parting }) => parting?.line === 3)).toBe(true);
  const near = options.filter(({ misconceptions }) => misconceptions.length === 0);
  expect(near.map(({ because }) => because)).toContainEqual(
    expect.stringMatching(/^That is `total` when line 3 is reached for the (second|fourth) time\.$/),
  );
});

test('line, variable and occurrence may be drawn, and each draw is a variant of its own', async () => {
  const { variants, problems } = await build({
    occurrence: '"{{time}}"',
    variable: '"{{name}}"',
    code: block(
      '{{name|raw}} = 10',
      'for number in range(3, 13, 2):',
      '    {{name|raw}} += number',
      'print({{name|raw}})',
    ),
    params: '{ time: [3, 4], name: [total, amount] }',
    variants: '4',
  });
  expect(problems).toEqual([]);
  expect(new Set(variants.map(({ stem }) => stem)).size).toBe(4);
});

test('a belief under which the line is not reached so often gives an answer that says so', async () => {
  const { variants } = await build({
    occurrence: '4',
    code: block('total = {{first}}', 'for number in range(1, {{stop}}):', '    total += number', 'print(total)'),
    params: '{ first: [10, 20, 30], stop: [5] }',
    misconceptions: '[loop-misses-last, accumulator-overwritten, range-start-exclusive]',
  });
  const texts = variants.flatMap(({ options }) => options.map(({ text }) => text));
  expect(texts).toContain('The program does not reach line 3 a fourth time.');
});

test('a line that is reached once only is not asked for by a number of times', async () => {
  const { variants } = await build({ line: '4', occurrence: '1' });
  expect(variants[0]?.stem).toBe('What is the value of `total` when line 4 is reached, before it runs?');
});

test.each([
  [
    'a line that is never reached so often',
    { occurrence: '40' },
    'line: 3 → No variant can be built: line 3 is reached',
  ],
  ['a line that is none', { line: '"{{first}} + 1"' }, 'line: "{{first}} + 1" → No variant can be built: `'],
  ['a variable that is not there yet', { line: '1', occurrence: '1' }, 'there is no `total` when line 1 is reached'],
  [
    'a value that nobody could write',
    {
      code: block('total = print', 'for number in range({{start}}, {{stop}}):', '    total(number)', 'print()'),
      occurrence: '1',
    },
    'has no value that an option could say: <built-in function print>',
  ],
  [
    'a value that depends on hashing',
    {
      code: block(
        "total = list({'a', 'b', 'c', 'd', 'e'})",
        'for number in [{{start}}, {{stop}}]:',
        '    total += [number]',
      ),
      occurrence: '1',
    },
    '`total` is not the same there on CPython',
  ],
  [
    'a program that ends in an exception',
    { code: block('total = {{first}}', 'total += {{stop}} / 0') },
    'does not run to its end',
  ],
  [
    'a belief that changes nothing there',
    { misconceptions: '[range-step-ignored, accumulator-overwritten, range-stop-inclusive]' },
    '`range-stop-inclusive` gives no wrong answer in any of 3 variants',
  ],
])('%s is refused', async (_name, fields, expected) => {
  const { problems, remedies } = await build(fields);
  expect(problems.join('\n')).toContain(expected);
  for (const remedy of remedies) expect(remedy).toMatch(/^[A-Z].*[.?]$/);
});

test('a field that is missing or no number is told with what to write', () => {
  expect(() => givenTemplate({ ...sound, line: '0' })).toThrow('counted from 1');
  expect(() => givenTemplate({ ...sound, variable: '' })).toThrow('Write the name of a variable of the program.');
  expect(() => givenTemplate({ ...sound, ask: 'line' })).toThrow('ask');
});
