import { openPythonPool } from '@pyladder/python/node';
import { afterAll, expect, test } from 'vitest';
import { buildTemplate } from '../build/build-template.ts';
import { toItems } from '../build/to-item.ts';
import { block, givenTemplate } from '../testing/given-pack.ts';
import type { ItemPython } from '../tools/item-python.ts';
import { lazyNative } from './lazy-native.ts';
import { takePicture } from './picture.ts';

const python = openPythonPool();
const native = lazyNative();
afterAll(async () => {
  await Promise.all([python.close(), native.close()]);
});

const program = { code: 'draw()', stdin: '', description: 'A bar.' };
const wanted = { of: 'plot', description: ['A bar.'] } as const;

/** A screen that shows one thing after another. */
function showing(...pictures: (Uint8Array | null)[]): ItemPython {
  return { ...python, photograph: async () => pictures.shift() ?? null };
}

/** A file with the header of a PNG file of 300 × 200 pixels. */
function png(size = 64): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32BE(300, 16);
  bytes.writeUInt32BE(200, 20);
  return bytes;
}

test('what a program shows belongs to the question with its size and words, if every run shows the same', async () => {
  expect(await takePicture({ ...wanted, description: [] }, program, showing(png(), png()))).toEqual({
    taken: true,
    picture: { png: png().toString('base64'), width: 300, height: 200, description: 'A bar.' },
  });
});

test.each([
  ['nothing is shown', [null, null], 'the program leaves no plot to take a picture of'],
  ['nothing is shown the second time', [png(), null], 'the picture differs from run to run'],
  ['another run shows another thing', [png(64), png(65)], 'the picture differs from run to run'],
  ['a phone would wait for it', [png(48_001), png(48_001)], 'the picture has 48001 bytes, more than 48000'],
])('no candidate is asked about a picture when %s', async (_, pictures, why) => {
  const photo = await takePicture({ ...wanted, description: [] }, program, showing(...pictures));
  expect(photo).toMatchObject({ taken: false, why });
});

test('Python that has no screen shows nothing', async () => {
  expect(await takePicture({ ...wanted, description: [] }, program, python)).toMatchObject({ taken: false });
});

const shop = {
  kind: 'scenario',
  text: 'A window for the staff of a shop.',
  code: block('import tkinter as tk', '', 'window = tk.Tk()', 'tk.Label(window, text={{name}}).pack()', 'count = 3'),
  params: '{ name: [Till, Stock] }',
  needs: '[tkinter]',
  picture: '{ of: window, description: "The word {{name}}." }',
  explain: '',
  where: '',
  misconceptions: '',
  items: block(
    '- kind: select-many',
    '  stem: What is true at the end?',
    '  explain: The program binds count to 3 and to nothing else afterwards.',
    '  claims:',
    '    - check: count == 3',
    '    - check: count > 2',
    '    - { check: count == 4, because: It is three. }',
    '    - { check: count < 0, because: It is three. }',
    '- kind: select-many',
    '  stem: What is true of sums with it?',
    '  explain: The program binds count to 3 and to nothing else afterwards.',
    '  claims:',
    '    - check: count * 2 == 6',
    '    - check: count + 1 == 4',
    '    - { check: count * 2 == 5, because: It is six. }',
    '    - { check: count - 1 == 4, because: It is two. }',
  ).slice(1),
  variants: '1',
};

test('all questions of a scenario show the picture of its program, told in words for who does not see it', async () => {
  const template = givenTemplate(shop);
  const { built, problems } = await buildTemplate(template, 'seed', { python, native });
  expect(problems).toEqual([]);
  const [variant] = built.variants;
  if (variant === undefined) throw new Error('no variant');
  const items = toItems(template, variant, { license: 'CC-BY-SA-4.0', highlight: () => [] });
  const name = /text="(\w+)"/.exec(variant.code)?.[1];
  expect(items.map(({ picture }) => picture?.description)).toEqual([`The word ${name}.`, `The word ${name}.`]);
  expect(items[0]?.picture?.png).toMatch(/^iVBORw0KGgo/);
  expect(new Set(items.map(({ picture }) => picture?.png)).size).toBe(1);
});

test.each([
  [{ needs: '[]' }, 'A picture of a window is asked for, but the template does not say that it needs tkinter.'],
  [
    { picture: '{ of: plot, description: A line. }' },
    'A picture of a plot is asked for, but the template does not say that it needs matplotlib.',
  ],
])('a template that asks for a picture of what cannot be there is refused: %o', async (fields, what) => {
  const { problems } = await buildTemplate(givenTemplate({ ...shop, ...fields }), 'seed', { python, native });
  expect(problems.map((problem) => problem.what)).toContain(what);
});

test('a program that closes its window itself leaves nothing to show, and the author is told where', async () => {
  const plain = givenTemplate({
    ...shop,
    kind: 'select-many',
    text: '',
    items: '',
    stem: 'What is true at the end?',
    code: block('import tkinter as tk', '', 'window = tk.Tk()', 'name = {{name}}', 'window.destroy()', 'count = 3'),
    explain: 'The program binds count to 3 and to nothing else afterwards.',
    claims:
      '[{ check: count == 3 }, { check: count > 2 }, { check: count == 4, because: No. }, { check: count < 0, because: No. }]',
  });
  const { problems } = await buildTemplate(plain, 'seed', { python, native });
  expect(problems.map(({ what, line }) => [what, line > 1])).toEqual([
    ['No variant can be built: the program leaves no window to take a picture of.', true],
  ]);
});
