import type { Template } from '@pyladder/bank';
import { findExamCredential, type Ladder, type Pool } from '@pyladder/exam';
import { UserError } from '../user-error.ts';
import { sayNear } from './template-files.ts';

/** Where a new template belongs. */
export type Place = {
  id: string;
  credential: string;
  section: string;
  slug: string;
  objective: string;
  /** The section's others, if the objective was not named by the author. */
  otherObjectives: string[];
};

export type PlaceWish = {
  ladder: Ladder;
  templates: readonly Template[];
  pool: Pool;
  objective: string | undefined;
};

/** The place that an id and an objective name; without an objective, that of which the pool has least. @throws UserError */
export function getPlace(id: string, { ladder, templates, pool, objective }: PlaceWish): Place {
  const [credential = '', section = '', slug = '', ...rest] = id.split('.');
  const shape = 'An id is <credential>.<section>.<name>, such as pcep.flow-control.sum-of-odd-numbers.';
  if (slug === '' || rest.length > 0) throw new UserError(`${id} is no id. ${shape}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    throw new UserError(`${slug} is no name for a template: write lower-case words joined by hyphens.`);
  }
  const rung = findExamCredential(ladder, credential);
  if (rung === null) {
    const known = ladder.credentials.flatMap((other) => ('sections' in other ? [other.id] : []));
    throw new UserError(`There is no credential ${credential} with an exam. ${choose(credential, known)}`);
  }
  const topic = rung.sections.find((other) => other.id === section);
  if (topic === undefined) {
    throw new UserError(
      `${credential} has no section ${section}. ${choose(
        section,
        rung.sections.map((other) => other.id),
      )}`,
    );
  }
  const objectives = topic.objectives.map((other) => other.id);
  if (objective !== undefined && !objectives.includes(objective)) {
    throw new UserError(`${credential} ${section} has no objective ${objective}. ${choose(objective, objectives)}`);
  }
  const own = templates.filter(
    (other) => other.credential === credential && other.section === section && other.pool === pool,
  );
  const count = (word: string) => own.filter((other) => other.objective === word).length;
  const scarcest = objectives.toSorted((a, b) => count(a) - count(b))[0] ?? '';
  return {
    id,
    credential,
    section,
    slug,
    objective: objective ?? scarcest,
    otherObjectives: objective === undefined ? objectives.filter((word) => word !== scarcest) : [],
  };
}

function choose(word: string, known: readonly string[]): string {
  return sayNear(word, known, `Write one of ${known.join(', ')}.`);
}
