import type { Normal } from '../numerics/quadrature.ts';
import type { Random } from '../simulation/random.ts';
import { type AdaptiveAnswer, type AdaptiveBank, weighNodes } from './bank.ts';
import {
  type Criterion,
  informationCriterion,
  kullbackLeiblerCriterion,
  posteriorVarianceCriterion,
} from './criteria.ts';

/** Maximum Fisher information, Kullback–Leibler information, or minimum expected posterior variance. */
export type CriterionName = 'MFI' | 'KL' | 'MEPV';

/**
 * Where a test stands: the provisional ability in logits, and the answers so far. `prior` is of the MEPV, N(0, 1) if not
 * said. `mayUse` says which items are allowed now (by content, exposure or enemies); those answered never are.
 */
export type AdaptiveState = {
  theta: number;
  answers: readonly AdaptiveAnswer[];
  prior?: Normal;
  mayUse?: (item: number) => boolean;
};

/** An item's place in the bank, and how good it would be: for the MEPV minus the expected variance. */
export type RankedItem = { item: number; value: number };

/**
 * The best items to give next, best first; of equally good ones that which stands first in the bank.
 *
 * @param count how many at most; 1 if not said
 * @returns fewer than `count` if fewer are allowed; what the values are of, `CriterionName` says
 * @throws RangeError if an answer is to no item of the bank, the ability is not finite, the count is no whole number from 1,
 *   or there is no such criterion
 * @see Lord (1980), chapter 10; van der Linden & Pashley (2010) on criteria
 */
export function rankNextItems(
  bank: AdaptiveBank,
  criterion: CriterionName,
  { count = 1, ...state }: AdaptiveState & { count?: number },
): RankedItem[] {
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`the best ${count}: a whole number from 1`);
  if (!Number.isFinite(state.theta)) throw new RangeError(`provisional ability ${state.theta} is not finite`);
  const stranger = state.answers.find(({ item }) => !(item in bank.items));
  if (stranger !== undefined) throw new RangeError(`an answer to item ${stranger.item}, of ${bank.items.length}`);
  const judge = criterionOf(bank, criterion, state);
  const used = new Set(state.answers.map(({ item }) => item));
  const ranked: RankedItem[] = [];
  for (let item = 0; item < bank.items.length; item++) {
    if (used.has(item) || state.mayUse?.(item) === false) continue;
    const value = judge(item);
    if (ranked.length === count && value <= (ranked.at(-1)?.value ?? value)) continue;
    let place = ranked.length;
    while (place > 0 && value > (ranked[place - 1]?.value ?? value)) place--;
    ranked.splice(place, 0, { item, value });
    if (ranked.length > count) ranked.pop();
  }
  return ranked;
}

/**
 * One of the best few by chance, so that the best item of the bank is not everybody's.
 *
 * @returns null if there is none
 * @see Kingsbury & Zara (1989), the "randomesque" control of exposure
 */
export function pickAmong(ranked: readonly RankedItem[], random: Random): RankedItem | null {
  return ranked[Math.floor(random() * ranked.length)] ?? null;
}

function criterionOf(bank: AdaptiveBank, name: CriterionName, { theta, answers, prior }: AdaptiveState): Criterion {
  if (name === 'MFI') return informationCriterion(bank, theta);
  if (name === 'KL') return kullbackLeiblerCriterion(bank, theta, weighNodes(bank, answers, null));
  if (name !== 'MEPV') throw new RangeError(`criterion ${name}: it is one of MFI, KL, MEPV`);
  return posteriorVarianceCriterion(bank, theta, weighNodes(bank, answers, prior ?? { mean: 0, sd: 1 }));
}
