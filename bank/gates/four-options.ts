import { type Problem, problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';
import { describeDraw } from './same-key.ts';

const wanted = 4;

/** Every variant has four options. */
export const fourOptions: ProvingGate = ({ template, variants }) =>
  variants.flatMap(({ options, draw }): Problem[] => {
    if (options.length === wanted) return [];
    const what = `With ${describeDraw(draw)} there are ${options.length} options.`;
    return [problemAt(template.source.placeOf(['misconceptions']), what, 'Add a misconception or a distractor.')];
  });
