import type { ItemOption } from '@pyladder/exam';
import { misconceptions } from '@pyladder/python';
import { compareText } from '../../problem.ts';
import { deriveSeed, seededRandom } from '../../random.ts';
import type { BeliefRun } from '../../templates/variant.ts';
import type { KindBuilder } from '../kind.ts';
import { pairBeliefs, runUnderBeliefs } from './belief-runs.ts';
import { type Candidate, collectCandidates } from './candidates.ts';
import { chooseDistractors } from './choice.ts';
import { optionTextOf } from './option-text.ts';
import { proveOutput } from './proof.ts';

/** Share of variants in which the key may be the longest option: what chance gives one of four. */
const longestShare = 0.25;

/** "What does this program print?": the key is what CPython prints, distractors what it would print under beliefs. */
export const buildOutput: KindBuilder = async (template, rendered, { python, seed, signal }) => {
  const proof = await proveOutput(rendered, template.python, python, signal);
  const real = proof[0]?.outcome;
  const key = real === undefined ? null : optionTextOf(real);
  if (real?.status !== 'finished' || key?.form !== 'printed')
    return { fit: false, why: whyNoKey(key?.text), beliefRuns: [] };
  const settings = { cosmetic: template.allow.includes('cosmetic'), catalogue: misconceptions };
  const single = await runUnderBeliefs(template.misconceptions, rendered, python, signal);
  const collect = (runs: readonly BeliefRun[]) => collectCandidates(key.text, runs, rendered.distractors, settings);
  const rules = {
    cosmetic: settings.cosmetic,
    mayBeLongest: seededRandom(deriveSeed(seed, rendered.code))() < longestShare,
  };
  const pairs = await runUnderBeliefs(pairBeliefs(single), rendered, python, signal);
  const beliefRuns = [...single, ...pairs];
  const chosen = chooseDistractors(key.text, collect(beliefRuns), rules);
  if (typeof chosen === 'string') return { fit: false, why: chosen, beliefRuns };
  return { fit: true, proof, beliefRuns, options: toOptions(key.text, chosen) };
};

function whyNoKey(text: string | undefined): string {
  return text === undefined ? 'the program does not end' : `the program has no output to ask for: ${text}`;
}

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
