import { characteristicScore } from '../models/information.ts';
import { highestScore, type Item } from '../models/item.ts';
import { scoreDistribution } from '../models/score-distribution.ts';
import { DEFAULT_GRID, type Grid, type Normal, normalQuadrature } from '../numerics/quadrature.ts';
import { categoryOf, certainly, checkCuts, type DecisionQuality, type DecisionShare, sumDecisions } from './quality.ts';

/** Who is decided about: a normal population, or people with known abilities in logits (shares: equal). */
export type DecisionPeople = { population?: Normal; grid?: Grid } | { abilities: readonly number[] };

/**
 * How good decisions on the raw score of a calibrated test are: at each ability the chances of all raw scores are known, so
 * are those of the categories. A person truly belongs where their expected score does. It takes the model as true.
 *
 * @param cuts raw scores, rising; who reaches a cut is above it
 * @param people a standard normal population if not said
 * @throws RangeError if there is no item, a cut is not in (0, highest score], cuts do not rise, or there is nobody
 * @formula chanceOfCategory = sum(scoreChances.slice(lower, upper))
 * @see Lee (2010); Lord & Wingersky (1984) for the chances of scores
 */
export function judgeModelDecisions(
  items: readonly Item[],
  cuts: readonly number[],
  people: DecisionPeople = {},
): DecisionQuality {
  checkCuts(cuts);
  const highest = items.reduce((sum, item) => sum + highestScore(item), 0);
  const wrong = cuts.find((cut) => !(cut > 0 && cut <= highest));
  if (wrong !== undefined) throw new RangeError(`cut ${wrong}: raw scores to reach are above 0, at most ${highest}`);
  return sumDecisions(
    listPeople(people).map(({ theta, share }) => decideAt(items, cuts, { theta, share })),
    cuts.length + 1,
  );
}

type Person = { theta: number; share: number };

function listPeople(people: DecisionPeople): Person[] {
  if ('abilities' in people) {
    if (people.abilities.length === 0) throw new RangeError('there is nobody: give abilities, or a population');
    return people.abilities.map((theta) => ({ theta, share: 1 / people.abilities.length }));
  }
  const { nodes, logWeights } = normalQuadrature(people.grid ?? DEFAULT_GRID, people.population);
  return Array.from(nodes, (theta, q) => ({ theta, share: Math.exp(logWeights[q] ?? 0) }));
}

function decideAt(items: readonly Item[], cuts: readonly number[], { theta, share }: Person): DecisionShare {
  const decided = new Float64Array(cuts.length + 1);
  for (const [score, chance] of scoreDistribution(items, theta).entries()) {
    const category = categoryOf(cuts, score);
    decided[category] = (decided[category] ?? 0) + chance;
  }
  const here = categoryOf(cuts, characteristicScore(items, theta));
  return { share, belongs: certainly(here, decided.length), decided };
}
