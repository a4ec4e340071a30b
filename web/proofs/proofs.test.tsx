import type { PagePythonView, ProofProgram } from '@pyladder/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { axeFindings } from '../testing/axe.ts';
import { type Answers, nobody, renderSite } from '../testing/renderSite.tsx';

const programOf = (section: string, code: string, changes: Partial<ProofProgram> = {}): ProofProgram => ({
  item: section
    .padEnd(64, '0')
    .slice(0, 64)
    .replaceAll(/\W|[g-z]/gi, 'a'),
  credential: 'pcep',
  section,
  objective: 'Slices',
  stem: 'What does this program print?',
  code,
  stdin: '',
  provenOn: ['3.11', '3.14'],
  options: [
    { text: '[1, 2]', key: true },
    { text: '[1, 2, 3]', key: false },
  ],
  beliefs: [{ id: 'a-belief', belief: 'a slice includes its end', correction: 'A slice stops before its end.' }],
  ...changes,
});
const programs = [
  programOf('Lists', 'print([1, 2, 3][:2])'),
  programOf('Texts', 'name = input()\nprint(name[:2])', { stdin: 'Ada\n' }),
];
const python: PagePythonView = {
  version: '3.14',
  base: '/python/1/',
  files: [{ name: 'pyodide.mjs', bytes: 9_000_000, travels: 6_250_000 }],
};

function openPage(answers: Answers = {}) {
  return renderSite('/proofs', {
    'GET /api/me': nobody,
    'GET /api/proofs': { programs },
    'GET /api/page-python': { python },
    ...answers,
  });
}

test('the page tells in words and by an example how an item is proven, before anything is fetched', async () => {
  const site = openPage({ 'GET /api/proofs': null, 'GET /api/page-python': null });
  expect(await screen.findByRole('heading', { level: 1, name: 'How our items are proven' })).toBeDefined();
  const example = within(screen.getByRole('table', { name: /What the example prints/ }));
  expect(example.getByRole('row', { name: "Python: the key ['Tue', 'Wed']" })).toBeDefined();
  expect(example.getAllByRole('row')).toHaveLength(5);
  expect(site.sent.map(({ call }) => call)).not.toContain('GET /python/1/pyodide.mjs');
});

test('an item stands there as the bank has it, with its key, and the size of Python is said before it is fetched', async () => {
  const site = openPage();
  const recorded = within(await screen.findByRole('region', { name: 'The item as it is' }));
  expect(recorded.getByText('[1, 2]').closest('li')?.textContent).toContain('right');
  expect(recorded.getByText(/CPython 3\.11 and 3\.14/)).toBeDefined();
  expect(await screen.findByText(/6\.3 MB, once/)).toBeDefined();
  expect(site.sent.filter(({ call }) => call.includes('/python/'))).toEqual([]);
  expect(await axeFindings()).toEqual([]);
});

test('another item brings its own program, and what is typed while it runs', async () => {
  const user = userEvent.setup();
  openPage();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Item' }), 'Texts: Slices');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Program' }).value).toContain('name[:2]');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Typed at the keyboard/ }).value).toBe('Ada\n');
});

test('when Python cannot be fetched that is said, and the program is still there', async () => {
  const user = userEvent.setup();
  openPage();
  const program = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Program' });
  await user.type(program, '  # mine');
  await user.click(screen.getByRole('button', { name: 'Run it' }));
  expect(await screen.findByText(/Python could not be started/)).toBeDefined();
  expect(program.value).toContain('# mine');
  await user.click(screen.getByRole('button', { name: "Back to the item's program" }));
  expect(program.value).toBe('print([1, 2, 3][:2])');
});

test('where the server has moved its files since the page was opened, the next try finds them', async () => {
  const user = userEvent.setup();
  const site = openPage();
  await screen.findByText(/6\.3 MB, once/);
  site.answers['GET /api/page-python'] = { python: { ...python, base: '/python/2/' } };
  await user.click(screen.getByRole('button', { name: 'Run it' }));
  expect(await screen.findByText(/Python could not be started/)).toBeDefined();
  await waitFor(() => expect(site.sent.filter(({ call }) => call === 'GET /api/page-python')).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Run it' }));
  await waitFor(() => expect(site.sent.map(({ call }) => call)).toContain('GET /python/2/pyodide.mjs'));
});

test('programs that could not be fetched are fetched when asked again', async () => {
  const user = userEvent.setup();
  const site = openPage({ 'GET /api/proofs': null });
  await screen.findByRole('alert');
  site.answers['GET /api/proofs'] = { programs };
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('combobox', { name: 'Item' })).toBeDefined();
});

test('a site without a practice bank, or without Python for pages, says so', async () => {
  openPage({ 'GET /api/proofs': { programs: [] } });
  expect(await screen.findByText(/no programs to play with at the moment/)).toBeDefined();
});
