// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../messages/credentials', import.meta.url));
const ladder = readFileSync(fileURLToPath(new URL('../../packs/python-ladder/ladder.yaml', import.meta.url)), 'utf8');
const texts = readdirSync(folder).map((file): [string, Text] => [
  file.replace('.en.json', ''),
  JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')),
]);

/** What web/credential/texts.ts says of it, as far as it is looked at here. */
type Text = Record<(typeof LISTS)[number], string[]> & {
  description: string;
  sections: Record<string, string>;
  plan: { hoursPerWeek: number; steps: { weeks: number; title: string; words: string }[] } | null;
};

const LISTS = ['forWhom', 'format', 'before', 'prepare', 'pitfalls', 'benefits', 'limits', 'experience'] as const;

test('each of the five rungs has its text', () => {
  expect(texts.map(([id]) => id).toSorted()).toEqual(['cepp', 'pcap', 'pcep', 'pcpp-32-1', 'pcpp-32-2']);
});

test.each(texts)('%s tells all that a reader has to know, and nothing empty', (_id, text) => {
  for (const list of LISTS) {
    expect(text[list].length, list).toBeGreaterThan(0);
    for (const words of text[list]) expect(words, list).toMatch(/^[A-Z`].*[.?)]$/s);
  }
  expect(text.description.length).toBeGreaterThan(60);
  expect(text.description.length).toBeLessThan(200);
});

/** The ids of a rung's sections, as they stand in the ladder's file. */
function sectionsOf(id: string): string[] {
  const [, rung = ''] = ladder.split(`  - id: ${id}\n`);
  const [own = ''] = rung.split(/^ {2}- id: /m);
  return Array.from(own.matchAll(/^ {6}- \{ id: ([a-z-]+),/gm), ([, section = '']) => section);
}

test.each(texts)('%s says of each of its sections what it asks, and of no other', (id, text) => {
  expect(Object.keys(text.sections)).toEqual(sectionsOf(id));
});

test.each(texts.filter(([, { plan }]) => plan !== null))(
  'the plan for %s can be followed week by week',
  (_id, { plan }) => {
    expect(plan?.hoursPerWeek).toBeGreaterThan(0);
    for (const { weeks, title, words } of plan?.steps ?? []) {
      expect(Number.isInteger(weeks) && weeks > 0).toBe(true);
      expect(title.length * words.length).toBeGreaterThan(0);
    }
  },
);
