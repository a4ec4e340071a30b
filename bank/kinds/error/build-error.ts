import { misconceptions } from '@pyladder/python';
import type { BeliefRun } from '../../templates/variant.ts';
import { withPartings } from '../../tracing/option-partings.ts';
import type { KindBuilder } from '../kind.ts';
import { pairBeliefs, runUnderBeliefs } from '../output/belief-runs.ts';
import { collectCandidates } from '../output/candidates.ts';
import { chooseDistractors } from '../output/choice.ts';
import { drawMayBeLongest, toOptions } from '../output/item-options.ts';
import { proveOutput } from '../output/proof.ts';
import { sayStop } from '../running/consequence.ts';
import { answerTo, questionFor } from './answers.ts';
import { readAsk } from './fields.ts';
import { plausibleAnswers } from './plausible.ts';

/** How many distractors have to come from beliefs: other exceptions and lines suggest themselves. */
export const fewestErrorBeliefs = 1;

/** "Which exception does this program stop with?": the key is what CPython raises, distractors what beliefs lead to. */
export const buildError: KindBuilder = async (template, rendered, tools) => {
  const { python, seed, endless, depth, signal } = tools;
  const ask = readAsk(template.fields);
  const proof = await proveOutput(rendered, template.python, { python, depth, signal });
  const real = proof[0]?.outcome;
  if (real === undefined || real.status === 'stopped') {
    return { fit: false, why: sayStop(real), hopeless: true, beliefRuns: [] };
  }
  const key = answerTo(ask, real);
  if (key === null || (ask === 'line' && real.status === 'finished')) {
    const why = 'no line of the program raises an exception';
    return { fit: false, why, hopeless: false, beliefRuns: [], at: ['ask'], remedy: 'Ask for the exception instead.' };
  }
  const run = async (sets: string[][]): Promise<BeliefRun[]> => {
    const wanted = sets.filter((set) => !endless.has(set.join(' ')));
    const runs = await runUnderBeliefs(wanted, rendered, python, signal);
    return runs.map((one) => ({ ...one, answer: answerTo(ask, one.outcome) }));
  };
  const single = await run(template.misconceptions);
  const beliefRuns = [...single, ...(await run(pairBeliefs(single)))];
  const { code, stdin } = rendered;
  const plain = await python.trace('3.14', 0, { code, stdin, misconceptions: [] }, signal);
  const authored = withoutDoubles([...rendered.distractors, ...plausibleAnswers(ask, plain, code)]);
  const candidates = collectCandidates(key.text, beliefRuns, authored, { cosmetic: false, catalogue: misconceptions });
  const mayBeLongest = drawMayBeLongest(seed, code);
  const rules = { cosmetic: false, mayBeLongest, fewest: fewestErrorBeliefs };
  const chosen = chooseDistractors(key.text, candidates, rules);
  if (typeof chosen === 'string') return { fit: false, why: chosen, hopeless: false, beliefRuns };
  const options = toOptions(key.text, chosen);
  return {
    fit: true,
    proof,
    beliefRuns,
    stem: rendered.stem === '' ? questionFor(ask, options) : rendered.stem,
    options: depth === 'glance' ? options : await withPartings(options, rendered, { python, beliefRuns, signal }),
  };
};

/** What the author says of an answer comes before what is said of it in general. */
function withoutDoubles<T extends { text: string }>(texts: readonly T[]): T[] {
  return texts.filter(({ text }, index) => texts.findIndex((other) => other.text.trim() === text.trim()) === index);
}
