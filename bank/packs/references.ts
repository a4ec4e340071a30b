import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isGranted, type Ladder } from '@pyladder/exam';
import { z } from 'zod';
import { BadPack, type Problem, problemAt } from '../problem.ts';
import { checkYaml } from './schema-problems.ts';
import type { YamlSource } from './yaml-source.ts';

/** Something worth reading on an objective. */
export type Reference = {
  kind: 'documentation' | 'book' | 'repository' | 'pep';
  title: string;
  author: string | null;
  url: string | null;
  /** What a learner finds there, in a sentence. */
  why: string;
  /** Day on which the address was last opened (YYYY-MM-DD), or null if nobody knows. */
  accessed: string | null;
};

/** References by objective, which is named `<credential>.<section>.<objective>`. */
export type References = ReadonlyMap<string, readonly Reference[]>;

const words = (remedy: string) => z.string({ error: remedy }).trim().min(1, { error: remedy });
const httpsAddress = 'Write an address that begins with https://.';
const day = 'Write the day as YYYY-MM-DD, or unknown.';

const ReferenceShape = z.strictObject(
  {
    kind: z.enum(['documentation', 'book', 'repository', 'pep'], {
      error: 'Write documentation, book, repository or pep.',
    }),
    title: words('Write what it is called.'),
    author: words('Write who wrote it, or leave this out.').optional(),
    url: z.url({ protocol: /^https$/, error: httpsAddress }).optional(),
    why: words('Write in a sentence what a learner finds there.'),
    accessed: z.union([z.literal('unknown'), z.iso.date({ error: day })], { error: day }),
  },
  { error: 'Write { kind: …, title: …, url: …, why: …, accessed: unknown }.' },
);

const ReferencesShape = z.record(
  z.string(),
  z
    .array(ReferenceShape, { error: 'Write a list of references.' })
    .min(1, { error: 'Name at least one reference, or take the objective out.' }),
  { error: 'Write objectives, such as pcep.functions.recursion, each with a list of references.' },
);

type ReferencesFile = z.output<typeof ReferencesShape>;

/** What a pack names for reading; a pack without a `references.yaml` names nothing. */
export function readReferences(packFolder: string, ladder: Ladder): { references: References; problems: Problem[] } {
  const file = join(packFolder, 'references.yaml');
  if (!existsSync(file)) return { references: new Map(), problems: [] };
  const checked = checkYaml(file, readFileSync(file, 'utf8'), ReferencesShape);
  if (!checked.ok) return { references: new Map(), problems: checked.problems };
  return {
    references: new Map(Object.entries(checked.value).map(([objective, found]) => [objective, found.map(referenceOf)])),
    problems: checkReferences(checked.value, ladder, checked.source),
  };
}

/** @throws BadPack naming every problem of `references.yaml` with file, line and remedy */
export function loadReferences(packFolder: string, ladder: Ladder): References {
  const { references, problems } = readReferences(packFolder, ladder);
  if (problems.length > 0) throw new BadPack(problems);
  return references;
}

function referenceOf({ author, url, accessed, ...rest }: ReferencesFile[string][number]): Reference {
  return { ...rest, author: author ?? null, url: url ?? null, accessed: accessed === 'unknown' ? null : accessed };
}

/** What one file alone cannot be judged by: objectives that the ladder does not have, and what is named twice. */
function checkReferences(file: ReferencesFile, ladder: Ladder, source: YamlSource): Problem[] {
  const known = new Set(objectivesOf(ladder));
  return Object.entries(file).flatMap(([objective, references]) => [
    ...(known.has(objective) ? [] : [unknownObjective(objective, known, source)]),
    ...references.flatMap((reference, index) => [
      ...checkPlace(reference, [objective, index], source),
      ...(references.findIndex(({ title }) => title === reference.title) === index
        ? []
        : [
            problemAt(
              source.placeOf([objective, index, 'title']),
              `\`${reference.title}\` stands here twice.`,
              'Keep one of the two.',
            ),
          ]),
    ]),
  ]);
}

/** A book is found by its author, everything else by its address. */
function checkPlace(reference: ReferencesFile[string][number], path: [string, number], source: YamlSource): Problem[] {
  const { kind, author, url } = reference;
  if (kind === 'book' && author === undefined) {
    return [problemAt(source.placeOf(path), 'This book has no author.', 'Write who wrote it.')];
  }
  if (kind !== 'book' && url === undefined) {
    return [problemAt(source.placeOf(path), 'This has no address.', 'Write its url.')];
  }
  return [];
}

function unknownObjective(objective: string, known: ReadonlySet<string>, source: YamlSource): Problem {
  const beginning = objective.slice(0, objective.lastIndexOf('.') + 1);
  const near = [...known].filter((name) => beginning !== '' && name.startsWith(beginning));
  const remedy =
    near.length > 0
      ? `Write one of ${near.join(', ')}.`
      : 'Write <credential>.<section>.<objective> as in ladder.yaml, such as pcep.functions.recursion.';
  return problemAt(source.placeOfKey([], objective), `There is no objective \`${objective}\`.`, remedy);
}

/** Every objective that somebody is examined in, as `<credential>.<section>.<objective>`. */
export function objectivesOf(ladder: Ladder): string[] {
  return ladder.credentials.flatMap((credential) =>
    isGranted(credential)
      ? []
      : credential.sections.flatMap((section) =>
          section.objectives.map((objective) => `${credential.id}.${section.id}.${objective.id}`),
        ),
  );
}
