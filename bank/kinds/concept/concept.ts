import { enoughVariants } from '../../gates/enough-variants.ts';
import { fourOptions } from '../../gates/four-options.ts';
import { noReach } from '../../gates/no-reach.ts';
import { nothingVaries } from '../../gates/nothing-varies.ts';
import { oneKey } from '../../gates/one-key.ts';
import { parallelForm } from '../../gates/parallel-form.ts';
import { pep8 } from '../../gates/pep8.ts';
import { quickProgram } from '../../gates/quick-program.ts';
import { sameKey } from '../../gates/same-key.ts';
import { shortProgram } from '../../gates/short-program.ts';
import type { YamlPath } from '../../packs/yaml-source.ts';
import type { Kind } from '../kind.ts';
import { pathInList, plainAndShort, shownShort } from '../probes/gates.ts';
import { buildConcept } from './build-concept.ts';
import { conceptFields, paramsOfConcept, textsOfConcept } from './fields.ts';
import { checksHold, keyNotLongest, noBeliefs, secondReader } from './gates.ts';

/** "Which of these is right?", where that cannot be run. */
export const concept: Kind = {
  fields: conceptFields,
  stem: null,
  isCodeOptional: true,
  textsOf: textsOfConcept,
  paramsOf: paramsOfConcept,
  readingGates: [plainAndShort(pathOfStatement), secondReader, noBeliefs],
  build: buildConcept,
  gates: [
    sameKey,
    nothingVaries,
    oneKey,
    fourOptions,
    enoughVariants,
    checksHold,
    keyNotLongest,
    parallelForm,
    shownShort,
    shortProgram,
    pep8,
    quickProgram,
    noReach,
  ],
};

function pathOfStatement(name: string): YamlPath {
  return name.endsWith('key') ? ['key'] : pathInList('distractors')(name);
}
