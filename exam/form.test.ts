import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difficultyTolerance, drawForm } from './form.ts';
import type { ItemSummary } from './item.ts';
import type { ExamCredential } from './ladder.ts';
import { shuffle } from './random.ts';
import { givenExam, givenSection } from './testing/ladder.ts';
import { givenRandom } from './testing/random.ts';

const nobody: ReadonlySet<string> = new Set();

type Stock = { templates: number; variants: number; difficulties: readonly number[] };

/** A bank with as many templates an objective as asked; difficulties go round within each objective. */
function givenBank(credential: ExamCredential, { templates, variants, difficulties }: Stock): ItemSummary[] {
  return credential.sections.flatMap((section) =>
    section.objectives.flatMap((objective) =>
      Array.from({ length: templates }, (_, at) => `${objective.id}/${at}`).flatMap((template, at) =>
        Array.from({ length: variants }, (_, variant) => ({
          hash: `${template}#${variant}`,
          template,
          section: section.id,
          objective: objective.id,
          difficulty: difficulties[at % difficulties.length] ?? 0.7,
        })),
      ),
    ),
  );
}

const pcep = givenExam('pcep', {
  sections: [givenSection('basics', 4), givenSection('flow', 7, 5), givenSection('functions', 5, 6)],
});
const bank = givenBank(pcep, { templates: 4, variants: 3, difficulties: [0.4, 0.6, 0.85, 0.95] });

function draw(seed: number, items = bank, avoid = nobody, credential = pcep): ItemSummary[] {
  return drawForm(credential, items, { random: givenRandom(seed), avoid });
}

function countBy(form: readonly ItemSummary[], part: 'section' | 'objective' | 'template'): Record<string, number> {
  const groups = Map.groupBy(form, (item) => item[part]);
  return Object.fromEntries([...groups].map(([name, items]) => [name, items.length]));
}

// In hundredths, so that the order of the items cannot move the sum.
const sumOf = (form: readonly ItemSummary[]) =>
  form.reduce((sum, item) => sum + Math.round(item.difficulty * 100), 0) / 100;
const target = pcep.exam.passMark * pcep.exam.items;

describe('every form', () => {
  test('follows the blueprint and has no template twice', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const form = draw(seed);
        expect(countBy(form, 'section')).toEqual({ basics: 4, flow: 7, functions: 5 });
        expect(Object.keys(countBy(form, 'template'))).toHaveLength(16);
      }),
    );
  });

  test('is as hard as every other, so that the pass mark means the same', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(Math.abs(sumOf(draw(seed)) - target)).toBeLessThanOrEqual(difficultyTolerance + 1e-9);
      }),
    );
  });

  test('spreads its items over the objectives of a topic as evenly as numbers allow', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const form = draw(seed);
        for (const section of pcep.sections) {
          const counts = Object.values(
            countBy(
              form.filter((item) => item.section === section.id),
              'objective',
            ),
          );
          expect(counts).toHaveLength(Math.min(section.items, section.objectives.length));
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('can be drawn again from its seed, in whatever order the bank is read', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (seed, order) => {
        expect(draw(seed, shuffle(bank, givenRandom(order)))).toEqual(draw(seed));
      }),
    );
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('mixes the topics', () => {
    const first = new Set(Array.from({ length: 50 }, (_, seed) => draw(seed)[0]?.section));
    expect(first).toEqual(new Set(['basics', 'flow', 'functions']));
  });
});

describe('templates that the candidate has met', () => {
  const templates = [...new Set(bank.map((item) => item.template))];

  test('are not drawn while there are enough others', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const avoid = new Set(draw(seed).map((item) => item.template));
        const again = draw(seed + 1, bank, avoid);
        expect(again.filter((item) => avoid.has(item.template))).toEqual([]);
      }),
    );
  });

  test('are drawn only to fill what others cannot, and the form is as hard as every other', () => {
    const wide = givenBank(pcep, { templates: 3, variants: 1, difficulties: [0.7] });
    fc.assert(
      fc.property(fc.integer(), fc.subarray(wide.map((item) => item.template)), (seed, met) => {
        const avoid = new Set(met);
        const form = draw(seed, wide, avoid);
        for (const section of pcep.sections) {
          const fresh = wide.filter((item) => item.section === section.id && !avoid.has(item.template)).length;
          const repeated = form.filter((item) => item.section === section.id && avoid.has(item.template)).length;
          expect(repeated).toBe(Math.max(0, section.items - fresh));
        }
      }),
    );
  });

  test('never keep a candidate from a form, however many they have met', () => {
    fc.assert(
      fc.property(fc.integer(), fc.subarray(templates), (seed, met) => {
        const form = draw(seed, bank, new Set(met));
        expect(form).toHaveLength(16);
        expect(Math.abs(sumOf(form) - target)).toBeLessThanOrEqual(difficultyTolerance + 1e-9);
      }),
    );
  });
});

describe('a bank that is too small or too easy', () => {
  test('is refused with the topic and the number that lacks', () => {
    const few = bank.filter((item) => item.section !== 'flow' || item.template.startsWith('flow-1/'));
    expect(() => draw(1, few)).toThrow(
      expect.objectContaining({
        code: 'form_cannot_be_drawn',
        detail: { section: 'flow', needed: 7, found: 4 },
      }),
    );
  });

  test('many variants of few templates are still few templates', () => {
    const rich = givenBank(pcep, { templates: 1, variants: 50, difficulties: [0.7] });
    expect(() => draw(1, rich)).toThrow(expect.objectContaining({ detail: { section: 'flow', needed: 7, found: 5 } }));
  });

  test('is refused with the difficulty that it can reach', () => {
    const easy = givenBank(pcep, { templates: 4, variants: 1, difficulties: [0.9, 0.95] });
    expect(() => draw(1, easy)).toThrow(
      expect.objectContaining({
        code: 'form_cannot_be_drawn',
        detail: { reason: 'difficulty', target: 11.2, reached: 14.4 },
      }),
    );
  });

  test('is refused only if no form at all would do', () => {
    const small = givenExam('small', { sections: [givenSection('one', 2, 1), givenSection('two', 1)] });
    const anyDifficulty = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);
    const stock = fc.record({
      one: fc.array(anyDifficulty, { minLength: 2, maxLength: 5 }),
      two: fc.array(anyDifficulty, { minLength: 1, maxLength: 4 }),
    });
    const itemsOf = (section: 'one' | 'two', difficulties: number[]) =>
      difficulties.map((difficulty, at) => ({
        hash: `${section}${at}`,
        template: `${section}${at}`,
        section,
        objective: `${section}-1`,
        difficulty,
      }));
    fc.assert(
      fc.property(stock, fc.integer(), ({ one, two }, seed) => {
        const sums = one.flatMap((first, at) =>
          one.slice(at + 1).flatMap((second) => two.map((t) => first + second + t)),
        );
        const possible = sums.some((sum) => Math.abs(sum - 0.7 * 3) <= difficultyTolerance);
        fc.pre(sums.every((sum) => Math.abs(Math.abs(sum - 0.7 * 3) - difficultyTolerance) > 1e-6));
        const attempt = () => draw(seed, [...itemsOf('one', one), ...itemsOf('two', two)], nobody, small);
        if (possible) expect(attempt()).toHaveLength(3);
        else expect(attempt).toThrow(expect.objectContaining({ code: 'form_cannot_be_drawn' }));
      }),
    );
  });
});

test('in the long run a template with many variants is drawn no more often than one with few', () => {
  const one = givenExam('one', { sections: [givenSection('basics', 1)] });
  const uneven = ['a', 'b', 'c', 'd'].flatMap((template, at) =>
    Array.from({ length: 1 + at * 10 }, (_, variant) => ({
      hash: `${template}${variant}`,
      template,
      section: 'basics',
      objective: 'basics-1',
      difficulty: 0.7,
    })),
  );
  const random = givenRandom(2026);
  const draws = 4000;
  const forms = Array.from({ length: draws }, () => drawForm(one, uneven, { random, avoid: nobody }));
  const counts = Object.values(countBy(forms.flat(), 'template'));
  const chiSquare = counts.reduce((sum, count) => sum + (count - draws / 4) ** 2 / (draws / 4), 0);
  // 3 degrees of freedom: 99.9 % of fair draws lie below 16.27 (chi-square table).
  expect(counts).toHaveLength(4);
  expect(chiSquare).toBeLessThan(16.27);
});

describe('a set of items about one text', () => {
  const section = givenSection('basics', 5);
  const exam = givenExam('pcep', { sections: [section] });
  const single = (at: number): ItemSummary => ({
    hash: `single-${at}`,
    template: `single-${at}`,
    section: 'basics',
    objective: `basics-${(at % 5) + 1}`,
    difficulty: 0.7,
  });
  const member = (template: string, variant: number, index: number, size: number): ItemSummary => ({
    hash: `${template}#${variant}/${index}`,
    template,
    section: 'basics',
    objective: 'basics-1',
    difficulty: 0.7,
    set: { id: `${template}#${variant}`, index, size },
  });
  const set = (template: string, variant: number, size: number) =>
    Array.from({ length: size }, (_, index) => member(template, variant, index, size)).toReversed();

  test('comes whole, in its order, one after the other, and one variant of it only', () => {
    const items = [...set('flat', 1, 3), ...set('flat', 2, 3), ...[1, 2].map(single)];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const form = draw(seed, items, nobody, exam);
        expect(form).toHaveLength(5);
        const first = form.findIndex((item) => item.set !== undefined);
        const members = form.slice(first, first + 3);
        expect(members.map((item) => item.set?.index)).toEqual([0, 1, 2]);
        expect(new Set(members.map((item) => item.set?.id)).size).toBe(1);
      }),
    );
  });

  test('is left out where there is no room for it, and a broken one is never asked', () => {
    const broken = set('broken', 1, 3).slice(0, 2);
    const items = [...set('large', 1, 6), ...broken, ...[1, 2, 3, 4, 5].map(single)];
    expect(draw(1, items, nobody, exam).map((item) => item.set)).toEqual(Array(5).fill(undefined));
  });

  test('is taken when the places come out even in no other way', () => {
    const items = [...set('two', 1, 2), ...set('three', 1, 3), ...set('deux', 1, 2)];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(
          draw(seed, items, nobody, exam)
            .map((item) => item.template)
            .toSorted(),
        ).toContain('three');
      }),
    );
  });
});
