import type { ItemOption } from '@pyladder/exam';
import { compareText } from '../../problem.ts';
import { deriveSeed, seededRandom } from '../../random.ts';
import type { Candidate } from './candidates.ts';

/** Share of variants in which the key may be the longest option if it comes so: neither always nor never is a hint. */
const longestShare = 0.5;

/** Whether the key of this variant may stand out as the longest option. */
export function drawMayBeLongest(seed: string, code: string): boolean {
  return seededRandom(deriveSeed(seed, code))() < longestShare;
}

/** In the order of their texts, which tells nothing; each sitting shuffles them anew. */
export function toOptions(key: string, distractors: readonly Candidate[]): ItemOption[] {
  const wrong = distractors.map(({ text, beliefs, because }) => ({
    text,
    key: false,
    misconceptions: sortSets(beliefs),
    because,
  }));
  return [{ text: key, key: true, misconceptions: [], because: null }, ...wrong].sort((a, b) =>
    compareText(a.text, b.text),
  );
}

function sortSets(sets: readonly string[][]): string[][] {
  return sets.map((set) => set.toSorted()).sort((a, b) => a.length - b.length || compareText(a.join(' '), b.join(' ')));
}
