import type { Symbols } from './symbols/common.ts';
import { COMPARISONS } from './symbols/comparisons.ts';
import { MODELS } from './symbols/models.ts';
import { SCORES } from './symbols/scores.ts';

/** What names stand for in single formulas, by the formulas' names. */
export const OF_FORMULA: { readonly [formula: string]: Symbols } = { ...MODELS, ...SCORES, ...COMPARISONS };
