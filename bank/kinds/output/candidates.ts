import type { Misconception } from '@pyladder/python';
import type { BeliefRun } from '../../templates/variant.ts';
import { answerOfRun } from './belief-runs.ts';
import { normalise, type OptionText, withoutPunctuation } from './option-text.ts';

/** A wrong answer that could become an option. */
export type Candidate = OptionText & {
  /** Every smallest set of beliefs that leads here. */
  beliefs: string[][];
  because: string | null;
  /** How likely a learner is to end here, in [0, 1]; rough, for ranking only. */
  weight: number;
};

/** A wrong answer with the reason; `weight` as that of a candidate, an author's own unless said. */
export type AuthoredText = { text: string; because: string; weight?: number };

/** What an author's own distractor weighs: about what a belief does that one learner in twelve holds. */
const authoredWeight = 0.08;

/** Longer outputs are not read in an exam; see the gate on the key's size. */
const mostLines = 8;
const mostCharacters = 240;

/**
 * Wrong answers by text: what beliefs lead to, and what the author wrote. What says the same as the
 * key is not among them, nor, unless `cosmetic`, what differs from it by quotes and commas only.
 */
export function collectCandidates(
  key: string,
  runs: readonly BeliefRun[],
  authored: readonly AuthoredText[],
  { cosmetic, catalogue }: { cosmetic: boolean; catalogue: ReadonlyMap<string, Misconception> },
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const run of runs) {
    const { beliefs } = run;
    const option = answerOfRun(run);
    if (option === null || isUnreadable(option.text)) continue;
    const before = found.get(normalise(option.text)) ?? { ...option, beliefs: [], because: null, weight: 0 };
    found.set(normalise(option.text), { ...before, beliefs: keepSmallest([...before.beliefs, beliefs]) });
  }
  for (const candidate of found.values()) candidate.weight = weigh(candidate.beliefs, catalogue);
  for (const { text, because, weight = authoredWeight } of authored) {
    const before = found.get(normalise(text)) ?? { text, form: formOf(text), beliefs: [], because: null, weight: 0 };
    found.set(normalise(text), { ...before, because, weight: before.weight + weight });
  }
  found.delete(normalise(key));
  return [...found.values()].filter(({ text }) => cosmetic || withoutPunctuation(text) !== withoutPunctuation(key));
}

/** Leaves out sets that hold a smaller one of the list: the rest of such a set does nothing. */
function keepSmallest(sets: readonly string[][]): string[][] {
  return sets.filter(
    (set) => !sets.some((other) => other.length < set.length && other.every((id) => set.includes(id))),
  );
}

function weigh(sets: readonly string[][], catalogue: ReadonlyMap<string, Misconception>): number {
  const none = sets.reduce(
    (chance, set) => chance * (1 - set.reduce((all, id) => all * (catalogue.get(id)?.prevalence ?? 0), 1)),
    1,
  );
  return 1 - none;
}

function isUnreadable(text: string): boolean {
  return text.split('\n').length > mostLines || text.length > mostCharacters;
}

function formOf(text: string): OptionText['form'] {
  return text.startsWith('The program ') ? 'sentence' : 'printed';
}
