import { expect, test } from 'vitest';
import type { Template } from '../templates/template.ts';
import { givenExam } from '../testing/given-pack.ts';
import { givenTemplates } from '../testing/given-templates.ts';
import { findShortfalls } from './floor.ts';

const pcep = givenExam('pcep');

test('a bank that has all that is wanted lacks nothing', () => {
  expect(findShortfalls(pcep, givenTemplates(pcep))).toEqual([]);
});

const lacking: [what: string, take: (whole: Template[]) => Template[], lack: string][] = [
  [
    'a section has too few to practise',
    (whole) => whole.filter(({ id }) => id !== 'practice.functions.0'),
    'functions, practice: 19 templates; 20 are wanted.',
  ],
  [
    'three forms cannot be drawn without meeting again',
    (whole) => whole.filter(({ id }) => id !== 'exam.functions.0'),
    'functions, exam: 14 templates; 15 are wanted.',
  ],
  [
    'a topic is hardly asked about',
    (whole) =>
      whole.map((one) => (one.objective === 'recursion' && one.pool === 'exam' ? { ...one, objective: 'scope' } : one)),
    'functions, exam: 0 templates for recursion; 3 are wanted.',
  ],
  [
    'templates vary too little',
    (whole) => whole.map((one) => (one.pool === 'exam' ? { ...one, variants: 9 } : one)),
    'functions, exam: 9.0 variants a template; 10 are wanted.',
  ],
  [
    'a section is too hard',
    (whole) => whole.map((one) => ({ ...one, difficulty: one.difficulty - 0.1 })),
    'functions, exam: the difficulties average 0.600; 0.70 is wanted.',
  ],
  [
    'nothing is hard',
    (whole) => whole.map((one) => ({ ...one, difficulty: Math.max(one.difficulty, 0.6) })),
    'functions, exam: the hardest template has 0.6; one of 0.55 or less is wanted.',
  ],
  [
    'nothing is easy',
    (whole) => whole.map((one) => ({ ...one, difficulty: Math.min(one.difficulty, 0.8) })),
    'functions, exam: the easiest template has 0.8; one of 0.85 or more is wanted.',
  ],
  [
    'nearly all ask for output',
    (whole) => whole.map((one) => ({ ...one, kind: 'output' as const })),
    '0 of 213 templates are of other kinds than output; a third is wanted.',
  ],
  [
    'nobody read one a second time',
    (whole) => whole.map((one, at) => (at === 0 ? { ...one, reviewed: null } : one)),
    'practice.basic-concepts.0 has not been read by a second person.',
  ],
  [
    'a whole pool is missing',
    (whole) => whole.filter(({ section, pool }) => section !== 'functions' || pool !== 'exam'),
    'functions, exam: no templates; 15 are wanted.',
  ],
];

test.each(lacking)('it is said that %s', (_what, take, lack) => {
  expect(findShortfalls(pcep, take(givenTemplates(pcep)))).toContain(lack);
});

test('a scenario counts for every topic that its questions ask about, and with their difficulties', () => {
  const [first, second] = givenTemplates(pcep);
  if (first === undefined || second === undefined) throw new Error('there are templates');
  const members = [
    { ...second, objective: 'scope', difficulty: 0.4 },
    { ...second, objective: 'recursion', difficulty: 0.6 },
  ];
  const scenario = {
    ...first,
    section: 'functions',
    objective: 'defining',
    kind: 'scenario' as const,
    difficulty: 0.9,
    members,
  };
  expect(findShortfalls(pcep, [scenario]).filter((lack) => lack.startsWith('functions, practice'))).toEqual(
    expect.arrayContaining([
      'functions, practice: 1 templates for scope; 3 are wanted.',
      'functions, practice: 0 templates for defining; 3 are wanted.',
      'functions, practice: the difficulties average 0.500; 0.70 is wanted.',
    ]),
  );
});
