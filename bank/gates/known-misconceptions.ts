import { type Misconception, misconceptions } from '@pyladder/python';
import { type Problem, problemAt } from '../problem.ts';
import type { ReadingGate } from './gate.ts';

/** Every misconception has a program that mimics it, and a sentence that corrects it; none is named twice. */
export const knownMisconceptions: ReadingGate = (template) => checkMisconceptions(template, misconceptions);

/** Every pair of them is run on every variant. */
const mostEntries = 12;
const mostTogether = 3;

export function checkMisconceptions(
  { misconceptions: sets, source }: Parameters<ReadingGate>[0],
  catalogue: ReadonlyMap<string, Pick<Misconception, 'correction'>>,
): Problem[] {
  const tooMany = findTooMany(sets);
  if (tooMany !== null) return [problemAt(source.placeOf(tooMany.path), tooMany.what, tooMany.remedy)];
  const seen = new Set<string>();
  return sets.flatMap((set, index) => {
    const place = source.placeOf(['misconceptions', index]);
    const name = set.toSorted().join(' ');
    if (seen.has(name)) return [problemAt(place, `\`${set.join(', ')}\` stands here twice.`, 'Take one out.')];
    seen.add(name);
    return set.flatMap((id) => {
      const known = catalogue.get(id);
      if (known === undefined)
        return [problemAt(place, `There is no misconception \`${id}\`.`, suggest(id, [...catalogue.keys()]))];
      if (known.correction.trim() === '')
        return [problemAt(place, `\`${id}\` has no correction.`, 'Write one beside it first.')];
      return [];
    });
  });
}

function findTooMany(sets: readonly string[][]): { path: PropertyKey[]; what: string; remedy: string } | null {
  if (sets.length > mostEntries) {
    const what = `There are ${sets.length} misconceptions.`;
    return { path: ['misconceptions'], what, remedy: `Name those that matter most, at most ${mostEntries}.` };
  }
  const index = sets.findIndex((set) => set.length > mostTogether);
  if (index < 0) return null;
  const what = `${sets[index]?.length} misconceptions are held together.`;
  return { path: ['misconceptions', index], what, remedy: `Let nobody hold more than ${mostTogether} at once.` };
}

/** Ids that share the most words with the one that was written. */
function suggest(id: string, known: readonly string[]): string {
  const words = new Set(id.split('-'));
  const shared = (other: string) => other.split('-').filter((word) => words.has(word)).length;
  const near = known.filter((other) => shared(other) > 0).sort((a, b) => shared(b) - shared(a) || (a < b ? -1 : 1));
  return near.length === 0
    ? 'Choose one that exists: pyladder bank misconceptions.'
    : `Did you mean ${near.slice(0, 3).join(', ')}?`;
}
