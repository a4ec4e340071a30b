import type { Kind } from '../kind.ts';
import { goalTold, noDistractors, programGates } from '../running/gates.ts';
import { outputMark } from '../running/goal.ts';
import { knownMarks, withoutMarks } from '../running/marks.ts';
import { fixedMark, nextMark } from './blocks.ts';
import { buildOrder } from './build-order.ts';
import { fewVariants, noBeliefs, piecesToSort } from './gates.ts';

/** "Put the lines in order, so that the program prints …". */
export const order: Kind = {
  fields: {},
  stem: `Put the lines in order, so that the program prints ${outputMark}.`,
  isCodeOptional: false,
  textsOf: () => ({}),
  programOf: ({ code }) => withoutMarks(code),
  readingGates: [knownMarks([fixedMark, nextMark]), piecesToSort, fewVariants, noBeliefs, goalTold, noDistractors],
  build: buildOrder,
  gates: programGates,
};
