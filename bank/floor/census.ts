import type { ExamCredential, ItemKind, Pool } from '@pyladder/exam';
import type { Template } from '../templates/template.ts';

/** What there is of one pool in one section. */
export type PoolCensus = {
  templates: number;
  variants: number;
  /** Chance that a borderline candidate is right, over templates; null without any. */
  difficulty: { mean: number; lowest: number; highest: number } | null;
  /** Templates by kind; kinds without any are left out. */
  kinds: Partial<Record<ItemKind, number>>;
  /** Templates by objective, those without any included; a scenario counts for each objective that its items ask about. */
  objectives: Record<string, number>;
  /** Templates that a second person has read. */
  reviewed: number;
};

/** What there is for one section, beside the number of items that a form draws from it. */
export type SectionCensus = { credential: string; section: string; items: number } & Record<Pool, PoolCensus>;

/** Counts the templates of a credential, section by section. */
export function countSections(credential: ExamCredential, templates: readonly Template[]): SectionCensus[] {
  return credential.sections.map(({ id, items, objectives }) => {
    const own = templates.filter((template) => template.credential === credential.id && template.section === id);
    const ids = objectives.map((objective) => objective.id);
    const count = (pool: Pool) =>
      countPool(
        own.filter((template) => template.pool === pool),
        ids,
      );
    return { credential: credential.id, section: id, items, practice: count('practice'), exam: count('exam') };
  });
}

/** The chance that a borderline candidate is right with a template: of a scenario, the mean over its items. */
export function difficultyOfTemplate({ difficulty, members }: Pick<Template, 'difficulty' | 'members'>): number {
  return members.length === 0 ? difficulty : mean(members.map((member) => member.difficulty));
}

function countPool(templates: readonly Template[], objectives: readonly string[]): PoolCensus {
  const difficulties = templates.map(difficultyOfTemplate);
  return {
    templates: templates.length,
    variants: templates.reduce((sum, { variants }) => sum + variants, 0),
    difficulty:
      templates.length === 0
        ? null
        : { mean: mean(difficulties), lowest: Math.min(...difficulties), highest: Math.max(...difficulties) },
    kinds: Object.fromEntries([...Map.groupBy(templates, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length])),
    objectives: Object.fromEntries(
      objectives.map((id) => [id, templates.filter((template) => objectivesOf(template).has(id)).length]),
    ),
    reviewed: templates.filter(({ reviewed }) => reviewed !== null).length,
  };
}

function objectivesOf({ objective, members }: Template): ReadonlySet<string> {
  return new Set(members.length === 0 ? [objective] : members.map((member) => member.objective));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
