import { join } from 'node:path';
import { misconceptions } from '@pyladder/python';
import { expect, test } from 'vitest';
import { explained } from '../gates/explained.ts';
import { readTemplate } from '../templates/read-template.ts';
import { givenFiles, givenFolder, ladder } from '../testing/given-pack.ts';
import { type DraftWish, draftTemplate } from './draft.ts';
import type { ProposedAnswer } from './proposal.ts';

const path = 'pcep/flow-control/items/draft.yaml';

function read(wish: Partial<DraftWish>) {
  const whole = {
    id: 'pcep.flow-control.draft',
    objective: 'for-loops',
    otherObjectives: [],
    pool: 'practice' as const,
  };
  const text = draftTemplate({ ...whole, program: null, answers: [], ...wish });
  if (text === null) throw new Error('there is no draft');
  const folder = givenFolder();
  givenFiles(folder, { [path]: text });
  const reading = readTemplate(join(folder, path), folder, ladder);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { text, template: reading.template };
}

function givenAnswer(text: string, ...ids: string[]): ProposedAnswer {
  const beliefs = [...misconceptions.values()].filter(({ id }) => ids.includes(id));
  return { text, beliefs, weight: 0.6, isChosen: true };
}

test.each([
  ['braces of a format', 'n = 7\nprint(f"{{n}} {n}", {1: {2: 3}}, "{{{{ }}}}")\n'],
  ['lines of blanks in a text', 'print("""a\n   \n\n  b""")\n'],
  ['words that YAML would take for its own', '# a: b\n\nx = {"- a": "#"}\n\n\nprint(x["- a"], "é 雪 \\t \' | >")\n'],
])('a program is in the template as it was in its file: %s', (_what, code) => {
  const { template } = read({ program: { code, stdin: 'a {{b}}\n' } });
  const written = template.code
    .map((part) => (typeof part === 'string' ? part : part.expression.slice(1, -1)))
    .join('');
  expect(written).toBe(code);
  const typed = template.stdin.map((part) => (typeof part === 'string' ? part : part.expression.slice(1, -1))).join('');
  expect(typed).toBe('a {{b}}\n');
});

test('a draft names one belief for each answer, and says which others this program cannot tell from it', () => {
  const answers = [
    givenAnswer('[1]\n# 2', 'slice-end-inclusive', 'slice-second-is-length'),
    givenAnswer('3', 'mod-is-quotient'),
  ];
  const { text, template } = read({ program: { code: 'print(1)\n', stdin: '' }, answers });
  expect(template.misconceptions).toHaveLength(2);
  expect(text).toMatch(/# \[1\] ⏎ # 2 · not to be told from slice-/);
  // 0.56 + 0.25 × the chance to hold neither, 0.4 × 0.4, in steps of 0.05.
  expect(template.difficulty).toBe(0.6);
  expect(explained(template)).toEqual([]);
});

test('a draft that nobody has explained yet cannot get into a bank', () => {
  expect(explained(read({}).template)).toHaveLength(1);
  expect(explained(read({ program: { code: 'print(1)\n', stdin: '' } }).template)).toHaveLength(1);
});

test.each(['\u0000', '\u000c', '\u0007', '\ud800', '\r'])(
  'a program that YAML cannot hold makes no template that others cannot read: %j',
  (letter) => {
    const wish = { id: 'pcep.flow-control.draft', objective: 'for-loops', otherObjectives: [], pool: 'exam' as const };
    const program = { code: `print("${letter}")\n`, stdin: '' };
    expect(draftTemplate({ ...wish, program, answers: [] })).toBeNull();
  },
);
