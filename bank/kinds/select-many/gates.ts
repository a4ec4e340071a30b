import type { ProvingGate, ReadingGate } from '../../gates/gate.ts';
import { describeDraw } from '../../gates/same-key.ts';
import { type Problem, problemAt } from '../../problem.ts';
import { normalise } from '../output/option-text.ts';
import { readClaims } from './fields.ts';

/** A claim that is run says what comes of it, once; no more are shown than there are. */
export const claimsComplete: ReadingGate = ({ texts, fields, source }) => {
  const all = Array.isArray(fields.claims) ? fields.claims.length : 0;
  const problems = Array.from({ length: all }, (_, index): Problem[] => {
    if (texts[`run ${index}`] === undefined) return [];
    const ends = ['prints', 'raises'].filter((end) => texts[`${end} ${index}`] !== undefined).length;
    if (ends === 1) return [];
    const remedy = 'Write prints: or raises: into the claim, or once beside `claims` for all of them.';
    return [problemAt(source.placeOf(['claims', index]), 'The claim does not say what comes of it.', remedy)];
  }).flat();
  const shown = typeof fields.shown === 'number' ? fields.shown : 0;
  if (shown <= all) return problems;
  const what = `There are ${all} claims, ${shown} are to be shown.`;
  return [...problems, problemAt(source.placeOf(['shown']), what, `Write ${all} or less, or more claims.`)];
};

/** No two claims of a variant read the same. */
export const claimsApart: ProvingGate = ({ template, variants }) =>
  variants
    .flatMap(({ options, draw }): Problem[] => {
      const double = options.find(({ text }, index) =>
        options.some((other, place) => place > index && normalise(other.text) === normalise(text)),
      );
      if (double === undefined) return [];
      const what = `With ${describeDraw(draw)} two claims read \`${double.text}\`.`;
      return [
        problemAt(template.source.placeOf(['claims']), what, 'Exclude such draws by `where`, or word them apart.'),
      ];
    })
    .slice(0, 1);

/** Every claim that is false somewhere is told why: by a belief that makes it true, or by its author. */
export const claimsExplained: ProvingGate = ({ template, variants }) => {
  const silent = new Map<number, string>();
  for (const variant of variants) {
    const claims = readClaims(variant, template.fields);
    for (const { text, key, misconceptions, because } of variant.options) {
      if (key || misconceptions.length > 0 || because !== null) continue;
      const claim = claims.find((one) => one.text === text);
      if (claim !== undefined) silent.set(claim.index, text);
    }
  }
  return [...silent].map(([index, text]) =>
    problemAt(
      template.source.placeOf(['claims', index]),
      `Nothing says why this is false: ${text}`,
      'Write `because`: one sentence; or name a misconception under which it would be true.',
    ),
  );
};

/** Every misconception named makes a claim that is shown come out otherwise in some variant. */
export const beliefsDecide: ProvingGate = ({ template, variants }) =>
  template.misconceptions.flatMap((set, index): Problem[] => {
    const name = set.toSorted().join(' ');
    const decides = variants.some(({ options, beliefRuns, proof }) => {
      if (options.some(({ misconceptions }) => misconceptions.some((other) => other.join(' ') === name))) return true;
      const run = beliefRuns.find(({ beliefs }) => beliefs.toSorted().join(' ') === name)?.outcome;
      const real = proof[0]?.outcome;
      return run?.status === 'finished' && real?.status === 'finished' && run.stdout !== real.stdout;
    });
    if (decides) return [];
    const what = `\`${set.join(', ')}\` changes no claim in any of ${variants.length} variants.`;
    const remedy = 'Take it out, or write a claim that who holds it would judge otherwise.';
    return [problemAt(template.source.placeOf(['misconceptions', index]), what, remedy)];
  });
