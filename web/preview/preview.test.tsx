import type { Item } from '@pyladder/exam';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { axeFindings } from '../testing/axe.ts';
import { PreviewPage } from './PreviewPage.tsx';
import type { Preview } from './preview.ts';
import { viewItem } from './viewItem.ts';

const plain = (text: string): Item['highlighted'][number] => [[text, 'plain']];

function itemWith(changes: Partial<Item> = {}): Item {
  const option = (text: string, more: Partial<Item['options'][number]> = {}) => ({
    text,
    key: false,
    misconceptions: [],
    because: null,
    ...more,
  });
  const code = changes.code ?? 'print(2 + 3)\n';
  return {
    hash: 'a'.repeat(64),
    template: 'pcep.operators.sum',
    pool: 'practice',
    credential: 'pcep',
    section: 'operators',
    objective: 'numeric',
    kind: 'output',
    stem: 'What does this program print?',
    code,
    highlighted: code.trimEnd().split('\n').map(plain),
    stdin: '',
    options: [option('5', { key: true }), option('23', { misconceptions: [['plus-joins']] }), option('6'), option('0')],
    difficulty: 0.7,
    python: null,
    needs: [],
    explanation: 'Numbers are added.',
    source: null,
    license: '',
    proof: { runs: [{ python: '3.14', hashSeed: 0 }], stdout: '5\n' },
    ...changes,
  };
}

const orderItem = itemWith({
  kind: 'order',
  stem: 'Put the lines in order.',
  code: '',
  highlighted: [],
  answer: {
    type: 'order',
    accepted: [[0, 1, 2, 3]],
    faults: [{ first: 0, second: 3, because: 'It has no name yet.' }],
  },
});

function previewWith(changes: Partial<Preview> = {}): Preview {
  return {
    file: 'packs/mine/pcep/operators/items/sum.yaml',
    template: {
      id: 'pcep.operators.sum',
      pool: 'practice',
      section: 'Operators',
      objective: 'Numbers',
      wanted: 2,
      partialCredit: true,
    },
    variants: [[itemWith()], [itemWith({ code: 'print(3 + 4)\n' })]],
    beliefs: { 'plus-joins': { belief: '`+` joins digits', correction: '`+` adds numbers.' } },
    problems: [],
    stage: 'done',
    ...changes,
  };
}

/** Renders the page; what it is told comes from the test instead of the command. */
function renderPreview() {
  document.documentElement.lang = 'en';
  const sources: Source[] = [];
  class Source {
    onmessage?: (event: { data: string }) => void;
    onopen?: () => void;
    onerror?: () => void;
    constructor() {
      sources.push(this);
    }
    close() {}
  }
  vi.stubGlobal('EventSource', Source);
  render(<PreviewPage />);
  return {
    tell: (preview: Preview) => act(() => sources[0]?.onmessage?.({ data: JSON.stringify(preview) })),
    lose: () => act(() => sources[0]?.onerror?.()),
    find: () => act(() => sources[0]?.onopen?.()),
  };
}

test('a variant can be answered as in the exam, and its debrief tells what that answer means', async () => {
  renderPreview().tell(previewWith());
  expect(screen.getByRole('heading', { level: 1, name: 'pcep.operators.sum' })).toBeDefined();
  expect(screen.queryByText('The right answer')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '23' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Debrief' }));
  expect(screen.getByRole('heading', { name: 'You may be thinking that + joins digits.' })).toBeDefined();
  const proof = screen.getByRole('heading', { name: 'For the author' }).parentElement as HTMLElement;
  expect(within(proof).getByText('plus-joins')).toBeDefined();
  expect(within(proof).getByText('CPython 3.14, hash seed 0')).toBeDefined();
  expect(await axeFindings()).toEqual([]);
});

test('one steps from variant to variant, and stays within them when a save leaves fewer', async () => {
  const { tell } = renderPreview();
  tell(previewWith());
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByText('Variant 2 of 2')).toBeDefined();
  expect(screen.getByText('print(3 + 4)')).toBeDefined();
  tell(previewWith({ variants: [[itemWith()]] }));
  expect(screen.getByText(/Variant 1 of 1/).textContent).toContain('2 are wanted');
  expect(screen.getByText('print(2 + 3)')).toBeDefined();
});

test('an answer stays while the same question is proven, and goes when a save changes the question', async () => {
  const { tell } = renderPreview();
  tell(previewWith({ stage: 'proving' }));
  await userEvent.click(screen.getByRole('radio', { name: '6' }));
  tell(previewWith({ variants: [[itemWith({ hash: 'b'.repeat(64) })]] }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '6' }).checked).toBe(true);
  tell(previewWith({ variants: [[itemWith({ stem: 'And what does this one print?' })]] }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '6' }).checked).toBe(false);
});

test('what a gate finds is told with its place, the line, and what to write instead', async () => {
  const problem = {
    file: 'packs/mine/pcep/operators/items/sum.yaml',
    line: 7,
    column: 3,
    text: 'difficulty: 7',
    what: '7 is no difficulty.',
    remedy: 'Write 0.40 to 0.95.',
  };
  renderPreview().tell(previewWith({ template: null, variants: [], problems: [problem] }));
  const alert = screen.getByRole('alert');
  expect(within(alert).getByText('One problem')).toBeDefined();
  expect(alert.textContent).toContain('sum.yaml:7:3');
  expect(alert.textContent).toContain('difficulty: 7');
  expect(alert.textContent).toContain('Write 0.40 to 0.95.');
  expect(await axeFindings()).toEqual([]);
});

test('a command that has ended is said, and forgotten when it runs again', () => {
  const page = renderPreview();
  page.tell(previewWith());
  page.lose();
  expect(screen.getByRole('alert').textContent).toContain('has ended');
  page.find();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the items of a scenario stand under each other, and each keeps its own answer', async () => {
  const set = { id: 's', index: 0, size: 2, text: 'A shop sells apples.' };
  renderPreview().tell(
    previewWith({ variants: [[itemWith({ set, stem: 'First?' }), itemWith({ set: { ...set, index: 1 } })]] }),
  );
  expect(screen.getByText('Question 2 of 2 on this text')).toBeDefined();
  const [first, second] = screen.getAllByRole<HTMLInputElement>('radio', { name: '6' });
  if (first === undefined || second === undefined) throw new Error('both items have this option');
  await userEvent.click(first);
  await userEvent.click(second);
  expect([first.checked, second.checked]).toEqual([true, true]);
});

test('lines to be put in order are not shown in an order that is right', () => {
  const view = viewItem(orderItem, { template: null, beliefs: {}, position: 0 });
  expect(view.options.map(({ text }) => text)).toEqual(['0', '6', '23', '5']);
  expect(view.accepted).toEqual([['option-0', 'option-1', 'option-2', 'option-3']]);
  expect(view.orderFaults).toEqual([{ first: 'option-0', second: 'option-3', because: 'It has no name yet.' }]);
});
