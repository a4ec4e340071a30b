import { openPythonPool } from '@pyladder/python/node';
import { afterAll, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { block, givenTemplate } from '../testing/given-pack.ts';
import { drawParams } from './params.ts';
import { renderDraws } from './rendering.ts';

const python = openPythonPool({ workers: 1 });
afterAll(() => python.close());

async function render(fields: Record<string, string>) {
  const template = givenTemplate(fields);
  return {
    template,
    result: await renderDraws(template, [...drawParams(template.params, seededRandom('s'), 100)], python),
  };
}

async function renderAll(fields: Record<string, string>) {
  const { result } = await render(fields);
  if (!result.ok) throw new Error(result.problem.what);
  return result.rendered;
}

test('a value is Python in the program and words in the sentence about it', async () => {
  const [rendered] = await renderAll({
    params: '{ name: [word], value: [ink], number: [1.0] }',
    where: '[]',
    code: block('{{name|raw}} = {{value}}', 'print({{name|raw}}, {{number}}, {{[value, number]}})'),
    explain: 'It prints {{value}}, as {{value|repr}} says, and then {{number}}.',
  });
  expect(rendered?.code).toBe('word = "ink"\nprint(word, 1.0, ["ink", 1.0])\n');
  expect(rendered?.explanation).toBe('It prints ink, as "ink" says, and then 1.0.');
});

test('only draws that meet every condition are used', async () => {
  const rendered = await renderAll({
    params: '{ a: { range: [1, 4] }, b: { range: [1, 4] } }',
    let: '{ sum: a + b }',
    where: '[sum == 5, a < b]',
    code: block('print({{a}}, {{b}}, {{sum}})'),
    explain: 'The three numbers are printed side by side.',
  });
  expect(rendered.map(({ code }) => code).sort()).toEqual(['print(1, 4, 5)\n', 'print(2, 3, 5)\n']);
});

test.each([
  [{ where: 'start <' }, '`start <` of `where` fails: SyntaxError'],
  [{ where: 'begin < 3' }, "`begin < 3` of `where` fails: NameError: name 'begin' is not defined"],
  [{ let: '{ half: start / 0 }' }, '`let.half` fails: ZeroDivisionError'],
  [{ explain: 'It goes from the start to {{ending}} and no further.' }, '{{ending}} fails: NameError'],
  [{ let: '{ big: sum(range(10 ** 12)) }' }, 'An expression of this template takes too long'],
])(
  'an expression that cannot be worked out is named with its line: %j',
  async (fields, words) => {
    const { template, result } = await render(fields);
    if (result.ok) throw new Error('it was worked out');
    expect(result.problem.what).toContain(words);
    const name = Object.keys(fields)[0] ?? '';
    const line = template.source.text.split('\n').findIndex((text) => text.startsWith(name)) + 1;
    expect(result.problem.line).toBe(line);
  },
  60_000,
);
