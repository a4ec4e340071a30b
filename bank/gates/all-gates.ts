import { enoughVariants } from './enough-variants.ts';
import { explained } from './explained.ts';
import { fairDifficulty } from './fair-difficulty.ts';
import { fourOptions } from './four-options.ts';
import { fromMisconceptions } from './from-misconceptions.ts';
import type { ProvingGate, ReadingGate } from './gate.ts';
import { keyNotTelling } from './key-not-telling.ts';
import { knownMisconceptions } from './known-misconceptions.ts';
import { noCosmeticDistractor } from './no-cosmetic-distractor.ts';
import { noReach } from './no-reach.ts';
import { nothingVaries } from './nothing-varies.ts';
import { oneKey } from './one-key.ts';
import { pep8 } from './pep8.ts';
import { plainWording } from './plain-wording.ts';
import { quickProgram } from './quick-program.ts';
import { sameKey } from './same-key.ts';
import { shortProgram } from './short-program.ts';
import { tellingBeliefs } from './telling-beliefs.ts';

/** Passed before a template is run. */
export const readingGates: readonly ReadingGate[] = [fairDifficulty, explained, plainWording, knownMisconceptions];

/** Passed by the variants of a template before any of them becomes an item. */
export const provingGates: readonly ProvingGate[] = [
  sameKey,
  nothingVaries,
  oneKey,
  fourOptions,
  fromMisconceptions,
  tellingBeliefs,
  enoughVariants,
  noCosmeticDistractor,
  keyNotTelling,
  shortProgram,
  pep8,
  quickProgram,
  noReach,
];
