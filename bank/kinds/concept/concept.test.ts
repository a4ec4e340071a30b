import { expect, test } from 'vitest';
import { givenBuilt, listFaults } from '../../testing/built.ts';
import { block } from '../../testing/given-pack.ts';
import { python } from '../../testing/given-python.ts';

const list = (...lines: string[]) => block(...lines).slice(1);

const sound = {
  kind: 'concept',
  stem: 'Which of these is right?',
  code: '',
  params: '',
  where: '',
  misconceptions: '',
  key: 'A tuple keeps its elements.',
  distractors: list(
    '- { text: A tuple holds numbers and nothing else., because: It holds anything. }',
    '- { text: A tuple is a list., because: It is a type of its own., check: "isinstance((), list)" }',
    '- { text: A tuple has no order of its own., because: It has an index. }',
    '- { text: A tuple is a set with brackets., because: It may hold things twice. }',
  ),
  explain: 'Nothing can be put into a tuple or taken out of it after it was made.',
  source: 'https://docs.python.org/3/tutorial/datastructures.html#tuples-and-sequences',
  reviewed: '2026-11-23',
  variants: '4',
};

const items = (fields: Record<string, string> = {}) => givenBuilt({ ...sound, ...fields }, python);
const faults = async (fields: Record<string, string>) => (await listFaults({ ...sound, ...fields }, python)).join('\n');

test('a concept has its key and three wrong statements, each with a reason; more of them make variants', async () => {
  const built = await items();
  expect(new Set(built.map(({ hash }) => hash)).size).toBe(4);
  for (const { options, answer, code } of built) {
    expect(options.filter(({ key }) => key)).toEqual([
      { text: 'A tuple keeps its elements.', key: true, misconceptions: [], because: null },
    ]);
    expect(options).toHaveLength(4);
    expect(options.every(({ key, because }) => key === (because === null))).toBe(true);
    expect([answer, code]).toEqual([undefined, '']);
  }
});

test('what can be checked is told with the CPythons it was checked on, what cannot with none', async () => {
  const built = await items();
  const isChecked = ({ options }: (typeof built)[number]) => options.some(({ text }) => text === 'A tuple is a list.');
  for (const item of built) expect(item.proof.runs).toHaveLength(isChecked(item) ? 8 : 0);
  expect(built.filter(isChecked)).toHaveLength(3);
  const checked = await items({ key: '{ text: A tuple keeps its elements., check: "not hasattr((), \'append\')" }' });
  for (const { proof } of checked) expect(proof.runs).toHaveLength(8);
});

test.each([
  ['nobody read it a second time', { reviewed: '' }, 'No second person has read this yet.'],
  ['nothing says that it is so', { source: '' }, 'Nothing shows that the key is right'],
  [
    'the check of the key is false',
    { key: '{ text: A tuple grows., check: "hasattr((), \'append\')" }' },
    "`hasattr((), 'append')` is False, and that is the check of the key",
  ],
  [
    'the check of a wrong statement is true',
    { distractors: sound.distractors.replace('isinstance((), list)', 'isinstance((), tuple)') },
    'Python does not agree: `isinstance((), tuple)` is True, and that is the check of a wrong statement.',
  ],
  [
    'the check of the key fails',
    { key: '{ text: A tuple grows., check: "().append(1)" }' },
    'stops with `AttributeError`',
  ],
  [
    'the key is by far the longest',
    { key: 'A tuple keeps its elements from the moment in which it is made.' },
    'The key is by far the longest statement in 4 of 4 variants.',
  ],
  [
    'a wrong statement is the key',
    { distractors: sound.distractors.replace('A tuple has no order of its own.', 'A tuple keeps its elements.') },
    'two options read the same',
  ],
  [
    'one statement ends without the full stop that the others have',
    { distractors: sound.distractors.replace('no order of its own.,', 'no order of its own,') },
    'The option “A tuple has no order of its own” ends otherwise than the others.',
  ],
  [
    'one statement begins small where the others begin with a capital',
    { distractors: sound.distractors.replace('A tuple has no', 'there is no') },
    'The option “there is no order of its own.” begins otherwise than the others.',
  ],
  ['beliefs are named', { misconceptions: '[slice-from-one]' }, 'no program that misconceptions could change'],
  ['there are too few wrong statements for the variants', { variants: '9' }, 'Only 4 of 9 variants can be built'],
  [
    'the key speaks of the others',
    { key: 'All of the above.' },
    'key: All of the above. → This text speaks of other options',
  ],
])('a template is refused if %s', async (_name, fields, words) => {
  expect(await faults(fields)).toContain(words);
});
