import { type ExamCredential, isGranted, type Ladder } from '@pyladder/exam';
import { type Problem, problemAt } from '../problem.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** What a schema cannot see: names that occur twice or nowhere, circles, and blueprints that do not add up. */
export function checkLadder(ladder: Ladder, source: YamlSource): Problem[] {
  return [
    ...checkUnique(ladder.credentials, ['credentials'], source),
    ...ladder.credentials.flatMap((credential, index) => {
      const path = ['credentials', index];
      if (isGranted(credential)) return [];
      return [
        ...checkBlueprint(credential, path, source),
        ...checkUnique(credential.sections, [...path, 'sections'], source),
        ...credential.sections.flatMap((section, place) =>
          checkUnique(section.objectives, [...path, 'sections', place, 'objectives'], source),
        ),
      ];
    }),
    ...checkReferences(ladder, source),
    ...checkCircles(ladder, source),
  ];
}

function checkUnique(things: readonly { id: string }[], path: YamlPath, source: YamlSource): Problem[] {
  return things.flatMap(({ id }, index) =>
    things.findIndex((other) => other.id === id) === index
      ? []
      : [
          problemAt(
            source.placeOf([...path, index, 'id']),
            `The id \`${id}\` is taken by a neighbour above.`,
            'Give this one an id of its own.',
          ),
        ],
  );
}

function checkBlueprint({ id, exam, sections }: ExamCredential, path: YamlPath, source: YamlSource): Problem[] {
  const sum = sections.reduce((total, section) => total + section.items, 0);
  if (sum === exam.items) return [];
  const what = `The sections of \`${id}\` have ${sum} items together, its exam has ${exam.items}.`;
  return [
    problemAt(source.placeOf([...path, 'exam', 'items']), what, `Write ${sum} here, or change the items of a section.`),
  ];
}

const links = ['requires', 'advises', 'grantedBy'] as const;

function checkReferences(ladder: Ladder, source: YamlSource): Problem[] {
  const known = new Set(ladder.credentials.map(({ id }) => id));
  return ladder.credentials.flatMap((credential, index) =>
    links.flatMap((link) =>
      linked(credential, link).flatMap((id, place) =>
        known.has(id)
          ? []
          : [
              problemAt(
                source.placeOf(['credentials', index, link, place]),
                `There is no credential \`${id}\`.`,
                `Write one of ${[...known].join(', ')}.`,
              ),
            ],
      ),
    ),
  );
}

/** Nobody could ever hold a credential that, by whatever way, needs itself. */
function checkCircles(ladder: Ladder, source: YamlSource): Problem[] {
  const needs = new Map(
    ladder.credentials.map((credential) => [
      credential.id,
      [...linked(credential, 'requires'), ...linked(credential, 'grantedBy')],
    ]),
  );
  return ladder.credentials.flatMap((credential, index) => {
    const way = wayBack(credential.id, needs);
    if (way === null) return [];
    const link = isGranted(credential) ? 'grantedBy' : 'requires';
    const what = `\`${credential.id}\` needs itself: ${way.join(' needs ')}.`;
    return [problemAt(source.placeOf(['credentials', index, link]), what, 'Take one of these out.')];
  });
}

function wayBack(start: string, needs: ReadonlyMap<string, string[]>): string[] | null {
  const seen = new Set<string>();
  const ways = [[start]];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of needs.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

function linked(credential: Ladder['credentials'][number], link: (typeof links)[number]): string[] {
  if (isGranted(credential)) return link === 'grantedBy' ? credential.grantedBy : [];
  return link === 'grantedBy' ? [] : credential[link];
}
