import type { Kind } from '../kind.ts';
import { beliefsLead, goalTold, noDistractors, programGates } from '../running/gates.ts';
import { buildGap } from './build-gap.ts';
import { gapFields, readAnswer, textsOfGap, usualStem } from './fields.ts';
import { fillGaps } from './filling.ts';
import { gapsInOrder } from './gates.ts';

/** "Fill the gaps so that the program prints …". */
export const gap: Kind = {
  fields: gapFields,
  stem: usualStem,
  isCodeOptional: false,
  textsOf: textsOfGap,
  programOf: (written) => fillGaps(written.code, readAnswer(written)),
  readingGates: [gapsInOrder, goalTold, noDistractors],
  build: buildGap,
  gates: [...programGates, beliefsLead],
};
