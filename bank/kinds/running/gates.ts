import { enoughVariants } from '../../gates/enough-variants.ts';
import type { ProvingGate, ReadingGate } from '../../gates/gate.ts';
import { noReach } from '../../gates/no-reach.ts';
import { nothingVaries } from '../../gates/nothing-varies.ts';
import { pep8 } from '../../gates/pep8.ts';
import { quickProgram } from '../../gates/quick-program.ts';
import { sameKey } from '../../gates/same-key.ts';
import { shortProgram } from '../../gates/short-program.ts';
import { type Problem, problemAt } from '../../problem.ts';
import type { Template } from '../../templates/template.ts';
import { outputMark } from './goal.ts';

/** What holds for the program of every kind that asks to make one. */
export const programGates: readonly ProvingGate[] = [
  sameKey,
  nothingVaries,
  enoughVariants,
  shortProgram,
  pep8,
  quickProgram,
  noReach,
];

/** The stem says what the program is to print: that, and nothing else, is what attempts are judged by. */
export const goalTold: ReadingGate = ({ stem, kind, source }) => {
  if (stem.some((part) => typeof part === 'string' && part.includes(outputMark))) return [];
  const what = 'The stem does not say what the program is to print.';
  return [problemAt(source.placeOf(['stem']), what, `Write ${outputMark} into it, or leave the stem of ${kind} out.`)];
};

/** Options are the program's own parts: nobody writes wrong ones. */
export const noDistractors: ReadingGate = ({ distractors, kind, source }) =>
  distractors.length === 0
    ? []
    : [
        problemAt(
          source.placeOf(['distractors']),
          `${kind} items take no \`distractors\`.`,
          'Take them out; every attempt is run.',
        ),
      ];

/** Every belief that is named makes something wrong look right in some variant. */
export const beliefsLead: ProvingGate = ({ template, variants }) => {
  const led = new Set(
    variants
      .flatMap(({ options, answer }) => [...options, ...(answer?.type === 'slots' ? answer.faults : [])])
      .flatMap(({ misconceptions }) => misconceptions.map(nameOf)),
  );
  return template.misconceptions.flatMap((set, index): Problem[] => {
    if (led.has(nameOf(set))) return [];
    const what = `\`${set.join(', ')}\` makes no wrong answer look right in any of ${variants.length} variants.`;
    const remedy = 'Take it out, or change the program so that who holds it would answer otherwise.';
    return [problemAt(template.source.placeOf(['misconceptions', index]), what, remedy)];
  });
};

/** The program as it stands in the file, each placeholder as one digit, line by line. */
export function linesAsWritten({ code }: Pick<Template, 'code'>): string[] {
  return code
    .map((part) => (typeof part === 'string' ? part : '0'))
    .join('')
    .replace(/\n+$/, '')
    .split('\n');
}

function nameOf(set: readonly string[]): string {
  return set.toSorted().join(' ');
}
