import { normalise } from '../kinds/output/option-text.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { ProvingGate } from './gate.ts';
import { describeDraw } from './same-key.ts';

/** Exactly one option is right, and none of the others reads the same. */
export const oneKey: ProvingGate = ({ template, variants }) =>
  variants.flatMap(({ options, draw }): Problem[] => {
    const keys = options.filter(({ key }) => key);
    const texts = new Set(options.map(({ text }) => normalise(text)));
    if (keys.length === 1 && texts.size === options.length) return [];
    const what = `With ${describeDraw(draw)} ${keys.length === 1 ? 'two options read the same' : `${keys.length} options are keys`}.`;
    return [problemAt(template.source.placeOf(['code']), what, 'Exclude this draw by `where`.')];
  });
