import type { DebriefItem } from '@pyladder/contract';
import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SITTING_ID } from '../gallery/fixtures.ts';
import {
  choicesItem,
  debriefSamples,
  gapItem,
  idOf,
  idsOf,
  matchItem,
  orderItem,
  positionItem,
  scenarioItem,
} from '../gallery/resultFixtures.ts';
import { axeFindings } from '../testing/axe.ts';
import { renderSite } from '../testing/renderSite.tsx';
import { withResponse } from './itemKey.ts';
import { OptionBelief } from './OptionBelief.tsx';

async function renderDebrief(...items: DebriefItem[]) {
  const debrief = {
    sittingId: SITTING_ID,
    credential: 'pcep',
    items: items.map((item, position) => ({ ...item, position })),
  };
  const page = renderSite(`/results/${SITTING_ID}/debrief`, { [`GET /api/sittings/${SITTING_ID}/debrief`]: debrief });
  await screen.findByRole('heading', { level: 1 });
  return page;
}

/** What stands in a list entry or table row, as it is read out. */
const wordsOf = (element: Element) => element.textContent?.replaceAll(/\s+/g, ' ').trim();

test('where several are to be chosen every option says whether it belongs and what I did with it', async () => {
  await renderDebrief(withResponse(choicesItem, { type: 'choices', options: idsOf('a', 'd') }));
  const entryOf = (text: string) =>
    wordsOf(screen.getByText(text, { selector: 'section:first-child pre' }).closest('li') as Element);
  expect(entryOf('names is others')).toContain('You chose it, rightly');
  expect(entryOf('len(others) == 2')).toContain('Belongs to the answer; you left it out');
  expect(entryOf('names.sort() == others')).toContain('You chose it; it does not belong');
  expect(entryOf('names is not others')).toContain('Rightly left out');
});

test('a question that was left out tells what belongs without saying that I left it out rightly', async () => {
  await renderDebrief(choicesItem);
  expect(screen.getAllByText('Belongs to the answer')).toHaveLength(2);
  expect(screen.getAllByText('Does not belong')).toHaveLength(3);
  expect(screen.queryByText(/Rightly/)).toBeNull();
});

test('a part of a point is told in figures', async () => {
  await renderDebrief(withResponse(matchItem, { type: 'slots', options: [...idsOf('float', 'int'), null] }));
  expect(screen.getByText('Right in part.')).toBeDefined();
  expect(screen.getByText('You got 0.67 of 1 point.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Question 1, right in part' })).toBeDefined();
});

test('who has some of it right where only all of it counts is told just that', async () => {
  await renderDebrief(withResponse({ ...choicesItem, partialCredit: false }, { type: 'choices', options: idsOf('a') }));
  expect(screen.getByText('Not right.')).toBeDefined();
  expect(screen.getByText(/gives its point only for an answer that is wholly right/)).toBeDefined();
});

test('who chose as many wrong ones as right ones is told why nothing is left of the point', async () => {
  await renderDebrief(withResponse(choicesItem, { type: 'choices', options: idsOf('a', 'd') }));
  expect(screen.getByText(/takes away one that does, so nothing is left/)).toBeDefined();
});

test('a line that was put in the wrong place is shown there and where it belongs, with the belief behind it', async () => {
  await renderDebrief(withResponse(positionItem, { type: 'choice', option: idOf('p2') }));
  const rows = wordsOf(screen.getByRole('figure', { name: 'The program with the line in its place' }));
  expect(rows).toMatch(
    /for number .+ You put it here total \+= doubled \/\/ 2 doubled = .+ It belongs here total \+= doubled \/\/ 2 print/,
  );
  expect(screen.getByRole('heading', { name: /a name may be used before it is given a value/ })).toBeDefined();
  expect(screen.getByText('Before line 1').closest('li')?.textContent).toContain('would begin with an indented line');
});

test('a line in the right place is shown once', async () => {
  await renderDebrief(withResponse(positionItem, { type: 'choice', option: idOf('p3') }));
  const rows = wordsOf(screen.getByRole('figure', { name: 'The program with the line in its place' }));
  expect(rows?.match(/total \+=/g)).toHaveLength(1);
  expect(rows).toContain('You put it here, where it belongs');
});

test('gaps are shown as I filled them and as they are right, each said right or wrong in words', async () => {
  await renderDebrief(withResponse(gapItem, { type: 'slots', options: idsOf('ge', 'minus') }));
  const mine = wordsOf(screen.getByRole('figure', { name: 'As you filled it' }));
  expect(mine).toContain('while left >= (wrong) 0:');
  expect(mine).toContain('left -= (right) 1');
  expect(wordsOf(screen.getByRole('figure', { name: 'As it is right' }))).toContain('while left > 0:');
  expect(screen.getByText('Gap 1:').closest('li')?.textContent).toContain('a loop stops before its condition fails');
  expect(screen.getByText('One other filling is right, too').closest('details')?.textContent).toContain('!=, -=');
});

test('a gap that was left empty is said to be empty, and no reason is made up for it', async () => {
  await renderDebrief(withResponse(gapItem, { type: 'slots', options: [null, idOf('minus')] }));
  expect(wordsOf(screen.getByRole('figure', { name: 'As you filled it' }))).toContain('⟨1⟩ (left empty)');
  expect(screen.queryByText(/You may be thinking/)).toBeNull();
});

test('of two right fillings that one is shown that comes nearer to mine', async () => {
  await renderDebrief(withResponse(gapItem, { type: 'slots', options: idsOf('ne', 'becomes') }));
  expect(wordsOf(screen.getByRole('figure', { name: 'As it is right' }))).toContain('while left != 0:');
});

test('pairs are a table: what I matched, whether that is right, and what is', async () => {
  await renderDebrief(withResponse(matchItem, { type: 'slots', options: [...idsOf('int', 'int'), null] }));
  const table = screen.getByRole('table', { name: 'Your answers, and what is right' });
  expect(within(table).getByRole('row', { name: '7 / 7 int (wrong) float' })).toBeDefined();
  expect(within(table).getByRole('row', { name: '7 // 7 int (right) int' })).toBeDefined();
  expect(within(table).getByRole('row', { name: '"7" * 7 left empty str' })).toBeDefined();
});

test('an order is shown beside a right one, with what is out of place and what that does', async () => {
  await renderDebrief(withResponse(orderItem, { type: 'order', options: idsOf('width', 'total', 'height', 'print') }));
  const mine = wordsOf(screen.getByRole('figure', { name: 'Your order' }));
  expect(mine).toMatch(/width = 3 .*total = width \+ height.* height = 4.* print\(total\)/);
  expect(mine?.match(/Belongs in place/g)).toHaveLength(1);
  expect(wordsOf(screen.getByRole('figure', { name: 'A right order, the nearest to yours' }))).toMatch(
    /You put this in place/,
  );
  const [fault] = screen
    .getAllByRole('listitem')
    .filter(({ textContent }) => textContent?.startsWith('height would be added'));
  expect(fault?.closest('details')).toBeNull();
  expect(screen.getByText('One other order is right, too')).toBeDefined();
  expect(screen.getByText('What 2 other wrong orders would do')).toBeDefined();
});

test('where the program would go another way is shown step by step beside what Python does there', async () => {
  const parting = {
    line: 5,
    time: 2,
    python: { variables: { total: '3' }, printed: null, next: { event: 'line' as const, line: 4 } },
    belief: { variables: { total: '2', extra: '1' }, printed: null, next: { event: 'end' as const } },
  };
  const belief = { beliefs: [[{ belief: 'a total begins anew', correction: 'It goes on.' }]], because: null };
  render(<OptionBelief option={{ ...belief, parting }} voice="you" />);
  const table = screen.getByRole('table', { name: /line 5, for the 2nd time/ });
  expect(within(table).getByRole('row', { name: 'total 3 2' })).toBeDefined();
  expect(within(table).getByRole('row', { name: 'extra not there 1' })).toBeDefined();
  expect(within(table).getByRole('row', { name: 'goes on to line 4 to the end' })).toBeDefined();
  expect(within(table).queryByRole('row', { name: /prints/ })).toBeNull();
});

test('who gave no order is shown one that is right, and not told that it is near to theirs', async () => {
  await renderDebrief(orderItem);
  expect(screen.getByRole('figure', { name: 'A right order' })).toBeDefined();
  expect(screen.queryByRole('figure', { name: /yours|Your order/ })).toBeNull();
});

test('an order that is right is not taken apart', async () => {
  await renderDebrief(withResponse(orderItem, { type: 'order', options: idsOf('height', 'width', 'total', 'print') }));
  expect(screen.getByText('Right.')).toBeDefined();
  expect(screen.queryByText(/Belongs in place/)).toBeNull();
  expect(screen.queryByRole('figure', { name: /nearest/ })).toBeNull();
});

test('a question on a shared text shows that text and which question on it this is', async () => {
  await renderDebrief(scenarioItem);
  const shared = screen.getByRole('region', { name: 'Question 2 of 3 on this text' });
  expect(shared.textContent).toContain('A shop writes down what it sells');
});

test.each(debriefSamples.map((item) => ({ item, name: `${item.kind}, ${item.points} points, ${item.position}` })))(
  'no barrier stands in the debrief of $name',
  async ({ item }) => {
    await renderDebrief(item);
    expect(await axeFindings()).toEqual([]);
  },
);

test('statements are read as sentences, with the code in them set as code and no marks around it', async () => {
  const options = choicesItem.options.map((option, at) => ({
    ...option,
    text: `A call of \`f${at}()\` prints a line`,
  }));
  await renderDebrief({ ...choicesItem, kind: 'concept', options });
  const [code] = screen.getAllByText('f0()', { selector: 'code' });
  expect(wordsOf(code?.closest('li') as Element)).toContain('A call of f0() prints a line');
  expect(document.body.textContent).not.toContain('`');
});

test('who missed a right statement reads why it is right; one that was chosen needs no defence', async () => {
  const options = choicesItem.options.map((option) => ({ ...option, because: `Reason for ${option.text}.` }));
  const rights = options.filter(({ key }) => key);
  const [found, missed] = rights;
  if (found === undefined || missed === undefined) throw new Error('several options of this item are right');
  await renderDebrief(withResponse({ ...choicesItem, options }, { type: 'choices', options: [found.id] }));
  expect(screen.getByText('Right, and not chosen:').closest('li')?.textContent).toContain(`Reason for ${missed.text}.`);
  expect(document.body.textContent).not.toContain(`Reason for ${found.text}.`);
});
