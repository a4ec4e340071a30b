import { join } from 'node:path';
import { difficultyTolerance, drawForm, drawParallelForms, type ItemSummary, type Pool } from '@pyladder/exam';
import { expect, test, vi } from 'vitest';
import { readPack } from '../packs/pack.ts';
import { seededRandom } from '../random.ts';
import { givenExam, ladder } from '../testing/given-pack.ts';
import { findShortfalls } from './floor.ts';
import { promiseItems } from './promised-items.ts';

// Thousands of forms are drawn, and the machine may be busy.
vi.setConfig({ testTimeout: 300_000 });

const pcep = givenExam('pcep');
const { pack, problems } = readPack(join(import.meta.dirname, '..', '..', 'packs', 'python-ladder'), ladder);
if (pack === null) throw new Error(JSON.stringify(problems));
const templates = pack.templates.filter(({ credential }) => credential === 'pcep');
const itemsOf = (pool: Pool) => promiseItems(templates.filter((template) => template.pool === pool));
const target = pcep.exam.passMark * pcep.exam.items;

/** A form is what candidates were promised: the blueprint, no template twice, scenarios whole, the pass mark worth the same. */
function expectFair(form: readonly ItemSummary[]): void {
  const counts = Map.groupBy(form, ({ section }) => section);
  expect(pcep.sections.map(({ id }) => counts.get(id)?.length)).toEqual(pcep.sections.map(({ items }) => items));
  const sum = form.reduce((total, { difficulty }) => total + difficulty, 0);
  expect(Math.abs(sum - target)).toBeLessThanOrEqual(difficultyTolerance + 1e-9);
  const units = Map.groupBy(form, ({ template }) => template);
  for (const [first, ...others] of units.values()) expect(others.length + 1).toBe(first?.set?.size ?? 1);
}

test('the PCEP bank has all that is wanted: enough of every section, topic, kind and difficulty, read by a second person', () => {
  expect(findShortfalls(pcep, templates)).toEqual([]);
});

test.each(['practice', 'exam'] as const)('a thousand candidates each get a fair form from the %s pool', (pool) => {
  const items = itemsOf(pool);
  const random = seededRandom(`thousand ${pool}`);
  for (let number = 0; number < 1000; number++) expectFair(drawForm(pcep, items, { random, avoid: new Set() }));
});

test('whoever sits the exam three times meets no template again', () => {
  const items = itemsOf('exam');
  const random = seededRandom('three times');
  for (let number = 0; number < 25; number++) {
    const forms = drawParallelForms(pcep, items, { count: 3, random });
    for (const form of forms) expectFair(form);
    const met = forms.map((form) => new Set(form.map(({ template }) => template)));
    const all = new Set(met.flatMap((own) => [...own]));
    expect(all.size).toBe(met.reduce((sum, { size }) => sum + size, 0));
  }
});
