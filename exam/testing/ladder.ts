import type { ExamCredential, Ladder, Section } from '../ladder.ts';

/** A section with `items` places in the blueprint and as many objectives as asked. */
export function givenSection(id: string, items: number, objectives = items): Section {
  return {
    id,
    title: id,
    items,
    objectives: Array.from({ length: objectives }, (_, at) => ({
      id: `${id}-${at + 1}`,
      title: `${id} ${at + 1}`,
      from: 'article',
    })),
  };
}

/** A rung with an exam; its number of items follows from the sections. */
export function givenExam(id: string, given: Partial<ExamCredential> = {}): ExamCredential {
  const sections = given.sections ?? [givenSection('basics', 2), givenSection('functions', 2)];
  return {
    id,
    name: id,
    short: id.toUpperCase(),
    requires: [],
    advises: [],
    retakeDays: 15,
    exam: {
      items: sections.reduce((sum, section) => sum + section.items, 0),
      minutes: 65,
      passMark: 0.7,
      feeCents: 29500,
      currency: 'USD',
      delivery: ['centre'],
      partialCredit: false,
    },
    ...given,
    sections,
  };
}

/** The shape of the Python ladder: an entry rung, three that build on each other, and one granted for the three. */
export const ladder: Ladder = {
  id: 'python',
  title: 'Python',
  credentials: [
    givenExam('pcep', { retakeDays: 7 }),
    givenExam('pcap', { advises: ['pcep'] }),
    givenExam('pcpp1', { requires: ['pcap'] }),
    givenExam('pcpp2', { requires: ['pcap', 'pcpp1'] }),
    { id: 'cepp', name: 'Expert', short: 'CEPP', grantedBy: ['pcap', 'pcpp1', 'pcpp2'] },
  ],
};
