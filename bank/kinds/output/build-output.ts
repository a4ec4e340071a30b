import type { ItemOption } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import { compareText } from '../../problem.ts';
import { deriveSeed, seededRandom } from '../../random.ts';
import { withPartings } from '../../tracing/option-partings.ts';
import type { KindBuilder } from '../kind.ts';
import { pairBeliefs, runUnderBeliefs } from './belief-runs.ts';
import { type Candidate, collectCandidates } from './candidates.ts';
import { chooseDistractors } from './choice.ts';
import { optionTextOf } from './option-text.ts';
import { proveOutput } from './proof.ts';

/** Share of variants in which the key may be the longest option if it comes so: neither always nor never is a hint. */
const longestShare = 0.5;

/** "What does this program print?": the key is what CPython prints, distractors what it would print under beliefs. */
export const buildOutput: KindBuilder = async (template, rendered, { python, seed, endless, depth, signal }) => {
  const proof = await proveOutput(rendered, template.python, { python, depth, signal });
  const real = proof[0]?.outcome;
  if (real === undefined || real.status === 'stopped') {
    return { fit: false, why: 'the program does not end', hopeless: true, beliefRuns: [] };
  }
  const key = optionTextOf(real);
  if (real.status !== 'finished' || key?.form !== 'printed') {
    return { fit: false, why: `the program has no output to ask for: ${key?.text}`, hopeless: false, beliefRuns: [] };
  }
  const settings = { cosmetic: template.allow.includes('cosmetic'), catalogue: misconceptions };
  const run = (sets: string[][]) =>
    runUnderBeliefs(
      sets.filter((set) => !endless.has(set.join(' '))),
      rendered,
      python,
      signal,
    );
  const single = await run(template.misconceptions);
  const beliefRuns = [...single, ...(await run(pairBeliefs(single)))];
  const candidates = collectCandidates(key.text, beliefRuns, rendered.distractors, settings);
  const mayBeLongest = seededRandom(deriveSeed(seed, rendered.code))() < longestShare;
  const chosen = chooseDistractors(key.text, candidates, { cosmetic: settings.cosmetic, mayBeLongest });
  if (typeof chosen === 'string') return { fit: false, why: chosen, hopeless: false, beliefRuns };
  const options = toOptions(key.text, chosen);
  if (depth === 'glance') return { fit: true, proof, beliefRuns, options };
  return {
    fit: true,
    proof,
    beliefRuns,
    options: await withPartings(options, rendered, { python, beliefRuns, signal }),
  };
};

/** In the order of their texts, which tells nothing; each sitting shuffles them anew. */
function toOptions(key: string, distractors: readonly Candidate[]): ItemOption[] {
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
