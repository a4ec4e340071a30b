import type { ExamCredential, Pool } from '@pyladder/exam';
import type { Template } from '../templates/template.ts';
import { countSections, type PoolCensus, type SectionCensus } from './census.ts';

/** Practice templates that a section has at least. Source: CONTENT, "How much, and for whom", as the other numbers here. */
const fewestPractice = 20;
/** Forms without a shared template that the exam pool gives. */
const forms = 3;
const fewestForObjective = 3;
const fewestVariants = 10;
/** Of all templates, those of kinds other than `output`. */
const fewestOtherKinds = 1 / 3;
/** A section's mean difficulty lies about the pass mark, its templates on both sides of it. */
const meanTolerance = 0.03;
const [hardEnough, easyEnough] = [0.55, 0.85];

/** What a credential's bank lacks of what makes its exams and its practice worth having, each as a sentence; empty if nothing. */
export function findShortfalls(credential: ExamCredential, templates: readonly Template[]): string[] {
  const own = templates.filter((template) => template.credential === credential.id);
  const sections = countSections(credential, own);
  const others = own.filter(({ kind }) => kind !== 'output').length;
  const { passMark } = credential.exam;
  return [
    ...sections.flatMap((section) => [
      ...findInPool(section, 'practice', fewestPractice, passMark),
      ...findInPool(section, 'exam', section.items * forms, passMark),
    ]),
    ...(others < own.length * fewestOtherKinds
      ? [`${others} of ${own.length} templates are of other kinds than output; a third is wanted.`]
      : []),
    ...own.filter(({ reviewed }) => reviewed === null).map(({ id }) => `${id} has not been read by a second person.`),
  ];
}

function findInPool({ section, ...census }: SectionCensus, pool: Pool, fewest: number, passMark: number): string[] {
  const { templates, variants, difficulty, objectives } = census[pool];
  const place = `${section}, ${pool}:`;
  if (templates === 0) return [`${place} no templates; ${fewest} are wanted.`];
  return [
    ...(templates < fewest ? [`${place} ${templates} templates; ${fewest} are wanted.`] : []),
    ...(variants < templates * fewestVariants
      ? [`${place} ${(variants / templates).toFixed(1)} variants a template; ${fewestVariants} are wanted.`]
      : []),
    ...Object.entries(objectives)
      .filter(([, count]) => count < fewestForObjective)
      .map(([id, count]) => `${place} ${count} templates for ${id}; ${fewestForObjective} are wanted.`),
    ...findInDifficulty(difficulty, passMark).map((what) => `${place} ${what}`),
  ];
}

function findInDifficulty(difficulty: PoolCensus['difficulty'], passMark: number): string[] {
  if (difficulty === null) return [];
  const { mean, lowest, highest } = difficulty;
  return [
    ...(Math.abs(mean - passMark) > meanTolerance
      ? [`the difficulties average ${mean.toFixed(3)}; ${passMark.toFixed(2)} is wanted.`]
      : []),
    ...(lowest > hardEnough ? [`the hardest template has ${lowest}; one of ${hardEnough} or less is wanted.`] : []),
    ...(highest < easyEnough ? [`the easiest template has ${highest}; one of ${easyEnough} or more is wanted.`] : []),
  ];
}
