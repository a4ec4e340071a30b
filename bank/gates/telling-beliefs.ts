import { answerOfRun } from '../kinds/output/belief-runs.ts';
import { normalise } from '../kinds/output/option-text.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { Draw } from '../templates/params.ts';
import type { Variant } from '../templates/variant.ts';
import type { ProvingGate } from './gate.ts';
import { describeDraw } from './same-key.ts';

/**
 * What a variant asks of those who hold a belief: another answer than the key, or none that an option can say;
 * or the key, with (`trap`: the belief is rewarded) or without the belief having had anything to act on.
 */
type Asking = 'wrong answer' | 'no answer' | 'trap' | 'nothing';

/** Every named misconception, held alone, costs the item somewhere, and nowhere does it lead to the key. */
export const tellingBeliefs: ProvingGate = ({ template, variants }) =>
  template.misconceptions.flatMap((beliefs, index): Problem[] => {
    const asked = variants.map((variant) => ({ draw: variant.draw, asking: askUnder(beliefs, variant) }));
    const place = template.source.placeOf(['misconceptions', index]);
    const name = `\`${beliefs.join(', ')}\``;
    if (!asked.some(({ asking }) => asking === 'wrong answer')) {
      const what = `${name} gives no wrong answer in any of ${variants.length} variants: ${sayWhy(asked)}.`;
      return [problemAt(place, what, 'Take it out, or change the program or its params so that it matters.')];
    }
    const traps = asked.filter(({ asking }) => asking === 'trap');
    const [first] = traps;
    if (first === undefined) return [];
    const what = `${name} leads to the key in ${traps.length} of ${variants.length} variants; one has ${describeDraw(first.draw)}.`;
    return [problemAt(place, what, 'Exclude such draws by `where`, or take it out.')];
  });

function askUnder(beliefs: readonly string[], { beliefRuns, options }: Variant): Asking {
  const set = beliefs.join(' ');
  const run = beliefRuns.find((other) => other.beliefs.join(' ') === set);
  const answer = run === undefined ? null : answerOfRun(run);
  if (run === undefined || answer === null || !('applied' in run.outcome)) return 'no answer';
  const key = options.find((other) => other.key)?.text ?? '';
  if (normalise(answer.text) !== normalise(key)) return 'wrong answer';
  return run.outcome.applied.length > 0 ? 'trap' : 'nothing';
}

function sayWhy(asked: readonly { draw: Draw; asking: Asking }[]): string {
  if (asked.some(({ asking }) => asking === 'trap')) return 'who holds it comes to the key';
  if (asked.some(({ asking }) => asking === 'nothing')) return 'the program has nothing for it to act on';
  return 'the program does not end under it, or it cannot be applied';
}
