import type { Candidate } from './candidates.ts';
import { withoutPunctuation } from './option-text.ts';
import { shapeOf } from './shape.ts';

/** How many distractors an item has, and how many of them must come from beliefs. */
const distractorCount = 3;
export const fewestFromBeliefs = 2;

export type ChoiceRules = {
  /** Whether the key may stand out as the longest: sometimes it may, so that length says nothing either way. */
  mayBeLongest: boolean;
  /** Whether options may differ by quotes and commas only. */
  cosmetic: boolean;
  /** How many distractors have to come from beliefs, at least; two unless said. */
  fewest?: number;
};

/**
 * The distractors of an item, or why there are too few: first what learners most likely think, each
 * from another belief where possible, alike in form to the key, one sentence about an error at most.
 */
export function chooseDistractors(
  key: string,
  candidates: readonly Candidate[],
  rules: ChoiceRules,
): Candidate[] | string {
  const chosen: Candidate[] = [];
  while (chosen.length < distractorCount) {
    const next = findBest(
      key,
      chosen,
      candidates.filter((candidate) => mayJoin(candidate, chosen, rules)),
    );
    if (next === null) return explainShortage(candidates, rules);
    chosen.push(next);
  }
  const stands = chosen.every(({ text }) => text.length < key.length);
  return stands && !rules.mayBeLongest ? lengthen(key, chosen, candidates, rules) : chosen;
}

/** Whether a candidate can be told from the chosen and leaves room for enough that come from beliefs. */
function mayJoin(
  candidate: Candidate,
  chosen: readonly Candidate[],
  { cosmetic, fewest = fewestFromBeliefs }: ChoiceRules,
): boolean {
  const placesAfter = distractorCount - chosen.length - 1;
  const fromBeliefs = [...chosen, candidate].filter(isFromBeliefs).length;
  return (
    fromBeliefs + placesAfter >= fewest &&
    (candidate.form === 'printed' || chosen.every(({ form }) => form === 'printed')) &&
    !chosen.some((other) => other.text === candidate.text || (!cosmetic && looksAlike(other.text, candidate.text)))
  );
}

function findBest(key: string, chosen: readonly Candidate[], candidates: readonly Candidate[]): Candidate | null {
  const heldAlready = new Set(chosen.flatMap(({ beliefs }) => beliefs.flat()));
  const score = (candidate: Candidate) =>
    candidate.weight *
    (candidate.form === 'printed' ? 1 : 0.2) *
    (shapeOf(candidate.text) === shapeOf(key) ? 1.5 : 1) *
    (isFromBeliefs(candidate) && candidate.beliefs.every((set) => set.some((id) => heldAlready.has(id))) ? 0.3 : 1);
  return candidates.toSorted((a, b) => score(b) - score(a) || (a.text < b.text ? -1 : 1))[0] ?? null;
}

/** The same choice with its last part replaced by something at least as long as the key, if there is such a thing. */
function lengthen(
  key: string,
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
  rules: ChoiceRules,
): Candidate[] {
  const kept = chosen.slice(0, -1);
  const long = candidates.filter((candidate) => candidate.text.length >= key.length && mayJoin(candidate, kept, rules));
  const replacement = findBest(key, kept, long);
  return replacement === null ? [...chosen] : [...kept, replacement];
}

function explainShortage(candidates: readonly Candidate[], { fewest = fewestFromBeliefs }: ChoiceRules): string {
  const fromBeliefs = candidates.filter(isFromBeliefs).length;
  if (fromBeliefs < fewest) {
    return `only ${fromBeliefs} of the wrong outputs that misconceptions give can be used, ${fewest} are needed`;
  }
  if (candidates.length < distractorCount)
    return `only ${candidates.length} wrong answers differ, ${distractorCount} are needed`;
  return 'too many of the wrong answers are errors, or differ by quotes and commas only';
}

function isFromBeliefs({ beliefs }: Candidate): boolean {
  return beliefs.length > 0;
}

function looksAlike(a: string, b: string): boolean {
  return withoutPunctuation(a) === withoutPunctuation(b);
}
