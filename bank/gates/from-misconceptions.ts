import { fewestFromBeliefs } from '../kinds/output/choice.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { BuiltTemplate } from '../templates/variant.ts';
import type { ProvingGate } from './gate.ts';
import { describeDraw } from './same-key.ts';

/** At least two distractors say what a learner with a known belief would expect. */
export const fromMisconceptions: ProvingGate = (built) => wantFromMisconceptions(built, fewestFromBeliefs);

/** So many distractors say what a learner with a known belief would expect. */
export function wantFromMisconceptions({ template, variants }: BuiltTemplate, fewest: number): Problem[] {
  return variants.flatMap(({ options, draw }): Problem[] => {
    const count = options.filter(({ misconceptions }) => misconceptions.length > 0).length;
    if (count >= fewest) return [];
    const what = `With ${describeDraw(draw)} only ${count} distractors come from misconceptions.`;
    return [
      problemAt(
        template.source.placeOf(['misconceptions']),
        what,
        'Add a misconception that changes what this program does.',
      ),
    ];
  });
}
