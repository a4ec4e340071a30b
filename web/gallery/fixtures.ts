import type { DebriefItem, ExamRules, LadderView, Record as LearnerRecord, Result } from '@pyladder/contract';

/** Made-up but well-formed things to show and to test with. */

export const SITTING_ID = '0197a3f0-0000-7000-8000-000000000001';
const CHAIN_HEAD = '3fb1c0'.padEnd(64, '9d2e');

const examOf = (items: number, minutes: number, feeCents: number, delivery: ('online' | 'centre' | 'remote')[]) => ({
  items,
  minutes,
  passMark: 0.7,
  feeCents,
  currency: 'USD',
  delivery,
  partialCredit: false,
});

const sectionsOfPcep = [
  { id: 'basic-concepts', title: 'Basic concepts', items: 4 },
  { id: 'data-types-io', title: 'Data types and basic input and output', items: 5 },
  { id: 'operators-expressions', title: 'Operators and expressions', items: 4 },
  { id: 'flow-control', title: 'Flow control', items: 7 },
  { id: 'data-collections', title: 'Data collections', items: 5 },
  { id: 'functions', title: 'Functions', items: 5 },
].map((section) => ({
  ...section,
  objectives: [
    { id: 'first', title: 'An objective that the article names', from: 'article' as const },
    { id: 'second', title: 'One that was added', from: 'added' as const },
  ],
}));

const pcep = {
  id: 'pcep',
  name: 'Certified Entry-Level Python Programmer',
  short: 'PCEP',
  requires: [],
  advises: [],
  exam: examOf(30, 40, 5900, ['online', 'centre']),
  retakeDays: 7,
  sections: sectionsOfPcep,
  offers: { real: true, mock: true },
};
const later = { retakeDays: 15, sections: [], offers: { real: false, mock: false } };

export const ladder: LadderView = {
  id: 'python',
  title: 'The Python certification ladder',
  credentials: [
    pcep,
    {
      ...later,
      id: 'pcap',
      name: 'Certified Associate in Python Programming',
      short: 'PCAP',
      requires: [],
      advises: ['pcep'],
      exam: examOf(40, 65, 29500, ['centre', 'remote']),
    },
    {
      ...later,
      id: 'pcpp-32-1',
      name: 'Certified Professional in Python Programming 1',
      short: 'PCPP 32-1',
      requires: ['pcap'],
      advises: [],
      exam: examOf(45, 65, 19500, ['centre', 'remote']),
    },
    {
      ...later,
      id: 'pcpp-32-2',
      name: 'Certified Professional in Python Programming 2',
      short: 'PCPP 32-2',
      requires: ['pcap', 'pcpp-32-1'],
      advises: [],
      exam: examOf(45, 65, 19500, ['centre', 'remote']),
    },
    {
      id: 'cepp',
      name: 'Certified Expert in Python Programming',
      short: 'CEPP',
      grantedBy: ['pcap', 'pcpp-32-1', 'pcpp-32-2'],
    },
  ],
};

export const pcepExam = pcep;

type Sitting = LearnerRecord['sittings'][number];

/** A sitting of PCEP, by default a mock exam that was not passed. */
export function sittingWith(changes: Partial<Sitting> = {}): Sitting {
  return {
    id: SITTING_ID,
    credential: 'pcep',
    purpose: 'mock',
    state: 'released',
    startedAt: '2026-11-20T10:02:07.000Z',
    endedAt: '2026-11-20T10:42:07.000Z',
    outcome: { points: 19, max: 30, passed: false },
    ...changes,
  };
}

/** A person's record, by default of somebody who has just signed up. */
export function recordWith(changes: Partial<LearnerRecord> = {}): LearnerRecord {
  return {
    holdings: [],
    registrations: [],
    sittings: [],
    eligibility: [{ credential: 'pcep', eligible: true, obstacles: [] }],
    ...changes,
  };
}

/** Rules of PCEP, by default of a mock exam that may start at once. */
export function rulesWith(changes: Partial<ExamRules> = {}): ExamRules {
  return {
    credential: 'pcep',
    purpose: 'mock',
    items: 30,
    minutes: 40,
    yourMinutes: 40,
    passMark: 0.7,
    pointsToPass: 21,
    partialCredit: false,
    retakeDays: 7,
    eligible: true,
    obstacles: [],
    advice: [],
    registration: null,
    runningSittingId: null,
    ...changes,
  };
}

/** A released result, by default of a mock exam that was not passed. */
export function resultWith(changes: Partial<Result> = {}): Result {
  const points = [4, 2, 3, 3, 3, 4];
  return {
    sittingId: SITTING_ID,
    credential: 'pcep',
    purpose: 'mock',
    state: 'released',
    startedAt: '2026-11-20T10:02:07.000Z',
    endedAt: '2026-11-20T10:42:07.000Z',
    endedBy: 'candidate',
    points: 19,
    max: 30,
    passMark: 0.7,
    pointsToPass: 21,
    passed: false,
    answered: 29,
    sections: sectionsOfPcep.map(({ id, title, items }, place) => ({
      id,
      title,
      points: points[place] ?? 0,
      max: items,
    })),
    retakeFrom: null,
    earned: [],
    hasDebrief: true,
    versions: { scoring: '1', bank: '4f1c', cut: '1' },
    receipt: {
      sittingId: SITTING_ID,
      submittedAt: '2026-11-20T10:42:07.000Z',
      endedBy: 'candidate',
      answers: 41,
      chainHead: CHAIN_HEAD,
      signature: `eyJhbGciOiJFZERTQSJ9.${'b'.repeat(160)}`,
    },
    ...changes,
  };
}

export const program: DebriefItem['highlighted'] = [
  [
    ['week = [', 'plain'],
    ['"Mon"', 'string'],
    [', ', 'plain'],
    ['"Tue"', 'string'],
    [', ', 'plain'],
    ['"Wed"', 'string'],
    [']', 'plain'],
    ['  # three names, in the order in which they come', 'comment'],
  ],
  [
    ['days_off = week[', 'plain'],
    ['1', 'number'],
    [':]', 'plain'],
  ],
  [],
  [
    ['for', 'keyword'],
    [' day ', 'plain'],
    ['in', 'keyword'],
    [' days_off:', 'plain'],
  ],
  [
    ['    ', 'plain'],
    ['print', 'name'],
    ['(day)', 'plain'],
  ],
];

const window = {
  belief: 'a slice is a window onto the list',
  correction: 'A slice is a new list; changing it leaves the list it came from alone.',
};
const skips = {
  belief: 'a slice leaves out its first item',
  correction: 'A slice begins with the item at its start and ends before its end.',
};

/** A debriefed item whose options are A (wrong, two ways), B (the key), C (wrong, one way) and D (wrong, authored). */
export function debriefItemWith(chosen: 'A' | 'B' | 'C' | 'D' | null, changes: Partial<DebriefItem> = {}): DebriefItem {
  const option = (id: string, text: string) => ({
    id: `option-${id}`,
    text,
    key: id === 'B',
    chosen: id === chosen,
    beliefs: [] as (typeof window)[][],
    because: null as string | null,
    parting: null,
  });
  return {
    position: 0,
    section: 'Data collections',
    objective: 'Lists: create, index, slice, modify, iterate',
    kind: 'output',
    set: null,
    stem: 'What does this program print?',
    highlighted: program,
    stdin: '',
    picture: null,
    answer: { type: 'choice' },
    partialCredit: false,
    explanation: 'A slice is a new list, so only `days_off` grows.',
    source: 'https://docs.python.org/3/tutorial/introduction.html#lists',
    provenOn: ['3.13', '3.14'],
    response: chosen === null ? null : { type: 'choice', option: `option-${chosen}` },
    points: chosen === 'B' ? 1 : 0,
    options: [
      { ...option('A', 'Mon\nTue'), beliefs: [[window], [skips, window]] },
      option('B', 'Tue\nWed'),
      { ...option('C', 'Wed'), beliefs: [[skips]] },
      { ...option('D', 'Tue'), because: 'The loop runs once for each item, not once in all.' },
    ],
    accepted: [],
    slotFaults: [],
    orderFaults: [],
    ...changes,
  };
}
