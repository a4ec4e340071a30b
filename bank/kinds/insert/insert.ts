import type { Kind } from '../kind.ts';
import { beliefsLead, goalTold, noDistractors, programGates } from '../running/gates.ts';
import { outputMark } from '../running/goal.ts';
import { knownMarks, withoutMarks } from '../running/marks.ts';
import { buildInsert } from './build-insert.ts';
import { oneLineMarked } from './gates.ts';
import { hereMark } from './positions.ts';

/** "Where does this line go, so that the program prints …?" */
export const insert: Kind = {
  fields: {},
  stem: `Where does the line go, so that the program prints ${outputMark}?`,
  isCodeOptional: false,
  textsOf: () => ({}),
  programOf: ({ code }) => withoutMarks(code),
  readingGates: [knownMarks([hereMark]), oneLineMarked, goalTold, noDistractors],
  build: buildInsert,
  gates: [...programGates, beliefsLead],
};
