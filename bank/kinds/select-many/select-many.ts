import { enoughVariants } from '../../gates/enough-variants.ts';
import { noReach } from '../../gates/no-reach.ts';
import { nothingVaries } from '../../gates/nothing-varies.ts';
import { parallelForm } from '../../gates/parallel-form.ts';
import { pep8 } from '../../gates/pep8.ts';
import { quickProgram } from '../../gates/quick-program.ts';
import { sameKey } from '../../gates/same-key.ts';
import { shortProgram } from '../../gates/short-program.ts';
import type { Kind } from '../kind.ts';
import { pathInList, plainAndShort, shownShort } from '../probes/gates.ts';
import { noDistractors } from '../running/gates.ts';
import { buildSelectMany } from './build-select-many.ts';
import { paramsOfSelectMany, selectManyFields, textsOfSelectMany } from './fields.ts';
import { beliefsDecide, claimsApart, claimsComplete, claimsExplained } from './gates.ts';

/** "Which of these are true? Choose 2." */
export const selectMany: Kind = {
  fields: selectManyFields,
  stem: 'Which of these are true?',
  isCodeOptional: true,
  textsOf: textsOfSelectMany,
  paramsOf: paramsOfSelectMany,
  readingGates: [plainAndShort(pathInList('claims')), claimsComplete, noDistractors],
  build: buildSelectMany,
  gates: [
    sameKey,
    nothingVaries,
    enoughVariants,
    claimsApart,
    claimsExplained,
    beliefsDecide,
    parallelForm,
    shownShort,
    shortProgram,
    pep8,
    quickProgram,
    noReach,
  ],
};
