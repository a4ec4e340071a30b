import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlaceKey } from './credit.ts';
import { isBlank, type Response } from './response.ts';
import { isPass, pointsToPass, type ScoredPlace, scoreForm, scoringVersion } from './score.ts';

const choice = (option: string | null): Response => ({ type: 'choice', option });
const right = (...ids: string[]): PlaceKey => ({ type: 'choice', ids });
const idOf = (key: PlaceKey | undefined) => (key?.type === 'choice' ? key.ids[0] : undefined);
const sections = [{ id: 'basics' }, { id: 'functions' }];
const rule = { passMark: 0.7, sections };

test('a form is scored by topic, one point an item, nothing taken away for a wrong answer', () => {
  const places: ScoredPlace[] = [
    { section: 'functions', key: right('k1'), partial: false },
    { section: 'basics', key: right('k2'), partial: false },
    { section: 'functions', key: right('k3'), partial: false },
    { section: 'basics', key: right('k4'), partial: false },
  ];
  expect(scoreForm(places, [choice('k1'), choice('wrong'), choice(null), null], rule)).toEqual({
    scoringVersion,
    points: 1,
    max: 4,
    passMark: 0.7,
    passed: false,
    sections: [
      { section: 'basics', points: 0, max: 2, items: 2 },
      { section: 'functions', points: 1, max: 2, items: 2 },
    ],
    places: [
      { position: 0, points: 1, max: 1, answered: true },
      { position: 1, points: 0, max: 1, answered: true },
      { position: 2, points: 0, max: 1, answered: false },
      { position: 3, points: 0, max: 1, answered: false },
    ],
  });
});

test('21 of 30 pass the entry exam and 20 do not', () => {
  expect(isPass({ points: 21, max: 30, passMark: 0.7 })).toBe(true);
  expect(isPass({ points: 20, max: 30, passMark: 0.7 })).toBe(false);
});

test('at every length from 1 to 200 the pass is exactly 70 %, counted in whole numbers', () => {
  for (let max = 1; max <= 200; max++) {
    for (let points = 0; points <= max; points++) {
      expect(isPass({ points, max, passMark: 0.7 }), `${points} of ${max}`).toBe(points * 100 >= 70 * max);
    }
  }
});

test('the points that are enough are said as they are judged, for every pass mark in whole percent', () => {
  const mark = fc.integer({ min: 1, max: 100 });
  const length = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(mark, length, (percent, max) => {
      const enough = pointsToPass({ max, passMark: percent / 100 });
      expect(isPass({ points: enough, max, passMark: percent / 100 })).toBe(true);
      expect(isPass({ points: enough - 1, max, passMark: percent / 100 })).toBe(false);
      expect(enough * 100).toBeGreaterThanOrEqual(percent * max);
      expect((enough - 1) * 100).toBeLessThan(percent * max);
    }),
  );
});

test('an empty form passes nobody', () => {
  expect(scoreForm([], [], rule).passed).toBe(false);
});

test('an answer taken back is a blank, whatever it is called', () => {
  expect(isBlank(choice(null))).toBe(true);
  expect(isBlank(choice('null'))).toBe(false);
});

test('where two options are right, either of them gives the point, and only one point', () => {
  const places = [{ section: 'basics', key: right('k1', 'k2'), partial: false }];
  expect(scoreForm(places, [choice('k1')], rule).points).toBe(1);
  expect(scoreForm(places, [choice('k2')], rule).points).toBe(1);
});

test('answers beyond the end of the form give no points', () => {
  expect(scoreForm([{ section: 'basics', key: right('k'), partial: false }], [null, choice('k')], rule).points).toBe(0);
});

const option = fc.constantFrom('a', 'b', 'c', 'd');
const anyForm = fc.array(
  fc.record({
    place: fc.record({
      section: fc.constantFrom('basics', 'functions'),
      key: option.map((id) => right(id)),
      partial: fc.boolean(),
    }),
    response: fc.option(fc.option(option).map(choice)),
  }),
  { minLength: 1, maxLength: 60 },
);

test('the topics add up to the whole, and points never exceed the maximum', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const score = scoreForm(
        form.map(({ place }) => place),
        form.map(({ response }) => response),
        rule,
      );
      const total = (of: 'points' | 'max' | 'items') => score.sections.reduce((sum, section) => sum + section[of], 0);
      expect([total('points'), total('max'), total('items')]).toEqual([score.points, score.max, form.length]);
      for (const { points, max } of score.sections) expect(points).toBeLessThanOrEqual(max);
    }),
  );
});

test('a right answer in place of a blank gives one point more, a wrong one changes no points', () => {
  fc.assert(
    fc.property(anyForm, fc.nat(), (form, pick) => {
      const at = pick % form.length;
      const places = form.map(({ place }) => place);
      const responses = form.map(({ response }) => response);
      const points = (response: Response | null) => scoreForm(places, responses.with(at, response), rule).points;
      const blank = points(null);
      expect(points(choice(idOf(places[at]?.key) ?? 'none'))).toBe(blank + 1);
      expect(points(choice('none of them'))).toBe(blank);
    }),
  );
});
