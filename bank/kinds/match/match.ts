import { enoughVariants } from '../../gates/enough-variants.ts';
import { noReach } from '../../gates/no-reach.ts';
import { nothingVaries } from '../../gates/nothing-varies.ts';
import { pep8 } from '../../gates/pep8.ts';
import { quickProgram } from '../../gates/quick-program.ts';
import { sameKey } from '../../gates/same-key.ts';
import { shortProgram } from '../../gates/short-program.ts';
import type { Kind } from '../kind.ts';
import { pathInList, plainAndShort, shownShort } from '../probes/gates.ts';
import { beliefsLead } from '../running/gates.ts';
import { matchFields, paramsOfMatch, readRightSide, textsOfMatch } from './fields.ts';
import { leftsApart, nothingLeftOver, pairsComplete } from './gates.ts';
import { matchChecked } from './match-checked.ts';
import { matchFound } from './match-found.ts';

/** "Match each value with its type." */
export const match: Kind = {
  fields: matchFields,
  stem: null,
  isCodeOptional: true,
  textsOf: textsOfMatch,
  paramsOf: paramsOfMatch,
  readingGates: [plainAndShort(pathInList('pairs')), pairsComplete],
  build: (template, rendered, tools) =>
    (readRightSide(template.fields) === 'check' ? matchChecked : matchFound)(template, rendered, tools),
  gates: [
    sameKey,
    nothingVaries,
    enoughVariants,
    leftsApart,
    nothingLeftOver,
    beliefsLead,
    shownShort,
    shortProgram,
    pep8,
    quickProgram,
    noReach,
  ],
};
