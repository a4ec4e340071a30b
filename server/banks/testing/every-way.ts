import { hashItem } from '@pyladder/bank';
import type { Item } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';

/** Ways of answering, as they go round among the items of a bank for tests. */
const ways = ['choice', 'position', 'choices', 'slots', 'order'] as const;
type Way = (typeof ways)[number];

/** The items with their ways of answering changed in turn, template by template; what is right in each is made up. */
export function inEveryWay(items: readonly Item[]): Item[] {
  const templates = [...new Set(items.map(({ template }) => template))].sort();
  return items.map(({ hash: _, ...item }) => {
    const way = ways[templates.indexOf(item.template) % ways.length] ?? 'choice';
    const content = { ...item, ...changesFor(way, item) };
    return { hash: hashItem(content), ...content };
  });
}

const [firstBelief = ''] = misconceptions.keys();

function changesFor(way: Way, item: Omit<Item, 'hash'>): Partial<Item> {
  switch (way) {
    case 'choice':
      return {};
    case 'position':
      return {
        kind: 'insert',
        answer: { type: 'position', line: 'total = 0', highlighted: [['total = 0', 'plain']], after: [0, 1, 2, 3] },
      };
    case 'choices':
      return {
        kind: 'select-many',
        options: item.options.map((option, at) => ({ ...option, key: at < 2, misconceptions: [] })),
        answer: { type: 'choices', pick: 2 },
      };
    case 'slots':
      return {
        kind: 'match',
        answer: {
          type: 'slots',
          slots: ['one', 'two', 'three', 'four'],
          accepted: [
            [0, 1, 2, 3],
            [1, 0, 2, 3],
          ],
          faults: [{ slot: 0, option: 3, misconceptions: [[firstBelief]], because: 'Because it was made up.' }],
        },
      };
    case 'order':
      return {
        kind: 'order',
        answer: {
          type: 'order',
          accepted: [[0, 1, 2, 3]],
          faults: [{ first: 0, second: 1, because: 'Because it was made up.' }],
        },
      };
  }
}
