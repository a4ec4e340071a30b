import { type Credential, type ExamCredential, isGranted, type Ladder, pointsToPass } from '@pyladder/exam';
import { addressesBelow } from './addresses.ts';

/** What a rung of the ladder attests, in words that travel with each credential. */
export type Achievement = {
  id: string;
  name: string;
  short: string;
  description: string;
  criteria: string;
  criteriaUrl: string;
  tags: string[];
};

/** @param base the installation's address */
export function achievementOf(base: string, ladder: Ladder, rung: Credential): Achievement {
  const addresses = addressesBelow(base);
  return {
    id: addresses.achievement(rung.id),
    name: rung.name,
    short: rung.short,
    ...(isGranted(rung) ? grantedWords(rung.grantedBy.map((id) => shortOf(ladder, id))) : examWords(rung)),
    criteriaUrl: addresses.rung(rung.id),
    tags: ['Python', rung.short, ...(isGranted(rung) ? [] : rung.sections.map(({ title }) => title))],
  };
}

function examWords({ short, sections, exam }: ExamCredential): Pick<Achievement, 'description' | 'criteria'> {
  const topics = sections.map(({ title }) => title).join('; ');
  const { items: max, minutes, passMark } = exam;
  return {
    description: `The holder has passed the ${short} exam: ${max} questions in ${minutes} minutes. Topics: ${topics}.`,
    criteria: `At least ${pointsToPass({ max, passMark })} of ${max} points in one sitting of the ${short} exam.`,
  };
}

function grantedWords(grounds: string[]): Pick<Achievement, 'description' | 'criteria'> {
  const all = new Intl.ListFormat('en-GB').format(grounds);
  return {
    description: `The holder has passed the exams ${all}.`,
    criteria: `Granted to whoever holds ${all}, without an exam of its own.`,
  };
}

function shortOf(ladder: Ladder, id: string): string {
  return ladder.credentials.find((rung) => rung.id === id)?.short ?? id;
}
