import { expect, test } from 'vitest';
import { block, givenTemplate } from '../testing/given-pack.ts';
import { python } from '../testing/given-python.ts';
import { explainTemplate } from './explanation.ts';

const scenario = {
  kind: 'scenario',
  text: 'A shop counts every second of its shelves.',
  explain: '',
  misconceptions: '',
  params: '{ first: [0], start: [1, 2], stop: [7, 8, 9, 10] }',
  items: block(
    '- kind: output',
    '  misconceptions: [range-stop-inclusive, range-step-ignored, range-start-exclusive]',
    '  explain: So.',
    '- kind: select-many',
    '  misconceptions: [range-stop-inclusive]',
    '  claims:',
    '    - check: total > {{start}}',
    '    - check: number < {{stop}}',
    '    - { check: "number == {{stop}}", because: The range stops before it. }',
    '    - { check: total < 0, because: Nothing below 0 was added. }',
    '  explain: The variable of a loop keeps its last value.',
  ).slice(1),
};

test('an author sees the runs and beliefs of every item of a scenario, and what is missing in them, before it is complete', async () => {
  const explained = await explainTemplate(givenTemplate(scenario), { seed: 'a', variant: 1, python });
  if (!('set' in explained)) throw new Error(JSON.stringify(explained));
  const { set, fates, problems } = explained;
  expect(set?.text).toBe('A shop counts every second of its shelves.');
  expect(fates).toEqual([]);
  expect(problems.map(({ what }) => what)).toEqual(['The explanation is too short to say why the key is right.']);
  expect(set?.items.map(({ proof }) => proof.length)).toEqual([8, 8]);
  const [printed, claims] = set?.items ?? [];
  expect(printed?.fates.some(({ fate }) => fate === 'option')).toBe(true);
  expect(claims?.fates).toEqual([
    {
      beliefs: ['range-stop-inclusive'],
      fate: 'spare',
      text: expect.stringMatching(/would be (true|false)/),
      why: null,
    },
  ]);
});
