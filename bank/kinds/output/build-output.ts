import { misconceptions } from '@pyladder/python';
import { withPartings } from '../../tracing/option-partings.ts';
import type { KindBuilder } from '../kind.ts';
import { sayStop } from '../running/consequence.ts';
import { pairBeliefs, runUnderBeliefs } from './belief-runs.ts';
import { collectCandidates } from './candidates.ts';
import { chooseDistractors } from './choice.ts';
import { drawMayBeLongest, toOptions } from './item-options.ts';
import { optionTextOf } from './option-text.ts';
import { proveOutput } from './proof.ts';

/** "What does this program print?": the key is what CPython prints, distractors what it would print under beliefs. */
export const buildOutput: KindBuilder = async (template, rendered, { python, seed, endless, depth, signal }) => {
  const proof = await proveOutput(rendered, template.python, { python, depth, signal });
  const real = proof[0]?.outcome;
  if (real === undefined || real.status === 'stopped') {
    return { fit: false, why: sayStop(real), hopeless: true, beliefRuns: [] };
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
  const mayBeLongest = drawMayBeLongest(seed, rendered.code);
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
