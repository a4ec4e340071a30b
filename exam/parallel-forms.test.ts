import { expect, test } from 'vitest';
import { difficultyTolerance } from './form.ts';
import type { ItemSummary } from './item.ts';
import { drawParallelForms } from './parallel-forms.ts';
import { givenExam, givenSection } from './testing/ladder.ts';
import { givenRandom } from './testing/random.ts';

const exam = givenExam('pcep', { sections: [givenSection('basics', 4), givenSection('flow', 6)] });

/** So many templates for each section, of three variants each, difficulties about the pass mark. */
function givenBank(perSection: Readonly<Record<string, number>>): ItemSummary[] {
  const difficulties = [0.5, 0.9, 0.7];
  return Object.entries(perSection).flatMap(([section, count]) =>
    Array.from({ length: count * 3 }, (_, at): ItemSummary => {
      const number = Math.floor(at / 3);
      const template = `${section}/${number}`;
      const difficulty = difficulties[number % difficulties.length] ?? 0.7;
      return { hash: `${template}#${at}`, template, section, objective: `${section}-${number % 2}`, difficulty };
    }),
  );
}

test('who sits three times never meets a template twice, even where the bank holds just enough, and each form is as hard', () => {
  const bank = givenBank({ basics: 12, flow: 18 });
  for (let seed = 0; seed < 50; seed++) {
    const forms = drawParallelForms(exam, bank, { count: 3, random: givenRandom(seed) });
    const templates = forms.flat().map(({ template }) => template);
    expect(templates).toHaveLength(30);
    expect(new Set(templates).size).toBe(30);
    for (const form of forms) {
      const sum = form.reduce((total, { difficulty }) => total + difficulty, 0);
      expect(Math.abs(sum - exam.exam.passMark * 10)).toBeLessThanOrEqual(difficultyTolerance + 1e-9);
      expect(form.filter(({ section }) => section === 'basics')).toHaveLength(4);
    }
  }
});

test('a bank that is too small for so many forms is told by the section that lacks templates', () => {
  const bank = givenBank({ basics: 11, flow: 18 });
  expect(() => drawParallelForms(exam, bank, { count: 3, random: givenRandom(1) })).toThrow(
    expect.objectContaining({ code: 'form_cannot_be_drawn', detail: expect.objectContaining({ section: 'basics' }) }),
  );
});
