import type { MimickedBelief, ProofProgram } from '@pyladder/contract';
import { findExamCredential, type Item, type Ladder } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';

/** Programs longer than this are hard to change on a telephone. */
const MOST_LINES = 12;
const FEWEST_BELIEFS = 2;
const PER_SECTION = 1;

/**
 * Items whose programs are good to play with: what they print is asked, they run in a page, and beliefs stand behind their
 * options. One item a section, the one with the most beliefs; the same bank gives the same programs.
 *
 * @param items practice items
 */
export function chooseProofPrograms(ladder: Ladder, items: readonly Item[]): ProofProgram[] {
  const fit = items
    .filter(({ kind, needs, code, set, picture }) => {
      const isPlain = needs.length === 0 && set === undefined && picture === undefined;
      return kind === 'output' && isPlain && code.trimEnd().split('\n').length <= MOST_LINES;
    })
    .toSorted((one, other) => (one.hash < other.hash ? -1 : 1));
  const bySection = Map.groupBy(fit, ({ credential, section }) => `${credential} ${section}`);
  return sectionKeys(ladder).flatMap((key) =>
    (bySection.get(key) ?? [])
      .map((item) => ({ item, beliefs: beliefsOf(item) }))
      .filter(({ beliefs }) => beliefs.length >= FEWEST_BELIEFS)
      .toSorted((one, other) => other.beliefs.length - one.beliefs.length)
      .slice(0, PER_SECTION)
      .map(({ item, beliefs }) => viewProgram(ladder, item, beliefs)),
  );
}

/** In the order of the ladder. */
function sectionKeys({ credentials }: Ladder): string[] {
  return credentials.flatMap((credential) =>
    'sections' in credential ? credential.sections.map(({ id }) => `${credential.id} ${id}`) : [],
  );
}

/** Every belief that leads to a wrong option by itself. */
function beliefsOf({ options }: Item): MimickedBelief[] {
  const alone = options.flatMap(({ misconceptions: ways }) => ways.filter((way) => way.length === 1).flat());
  return [...new Set(alone)].sort().flatMap((id) => {
    const found = misconceptions.get(id);
    return found === undefined ? [] : [{ id, belief: found.belief, correction: found.correction }];
  });
}

function viewProgram(ladder: Ladder, item: Item, beliefs: MimickedBelief[]): ProofProgram {
  const { credential, stem, code, stdin, proof, options } = item;
  const section = findExamCredential(ladder, credential)?.sections.find(({ id }) => id === item.section);
  return {
    item: item.hash,
    credential,
    section: section?.title ?? item.section,
    objective: section?.objectives.find(({ id }) => id === item.objective)?.title ?? item.objective,
    stem,
    code: code.trimEnd(),
    stdin,
    provenOn: [...new Set(proof.runs.map(({ python }) => python))],
    options: options.map(({ text, key }) => ({ text, key })),
    beliefs,
  };
}
