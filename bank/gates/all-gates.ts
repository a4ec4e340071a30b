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
import { pictured } from './pictured.ts';
import { plainWording } from './plain-wording.ts';
import { quickProgram } from './quick-program.ts';
import { sameKey } from './same-key.ts';
import { shortProgram } from './short-program.ts';
import { shortTexts } from './short-texts.ts';
import { tellingBeliefs } from './telling-beliefs.ts';
import { visibleCharacters } from './visible-characters.ts';

/** Passed before a template is run. */
export const readingGates: readonly ReadingGate[] = [
  fairDifficulty,
  explained,
  shortTexts,
  plainWording,
  pictured,
  knownMisconceptions,
];

/** Passed by the variants of a template of whatever kind, besides the gates of its own. */
export const gatesOfEveryKind: readonly ProvingGate[] = [visibleCharacters];

/** What one variant shows of all: a template that fails here after its first variants is not drawn from further. */
export const gatesOfAnyVariant: readonly ProvingGate[] = [
  sameKey,
  nothingVaries,
  shortProgram,
  pep8,
  quickProgram,
  noReach,
];

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
