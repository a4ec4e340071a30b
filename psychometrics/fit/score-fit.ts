import type { Responses } from '../calibration/responses.ts';
import { totalScores } from '../classical/score-table.ts';
import { probabilityRight } from '../models/curves.ts';
import type { BinaryItem } from '../models/item.ts';
import { countDistribution } from '../models/score-distribution.ts';
import { chiSquareAbove } from '../numerics/distributions.ts';
import { type Grid, type Normal, normalQuadrature } from '../numerics/quadrature.ts';

/** People of neighbouring raw scores: how many, how many of them had the item right, and how many should have. */
export type ScoreGroup = { lowest: number; highest: number; persons: number; right: number; expected: number };

/** S-X² of one item; `pValue` is not a number where too few groups are left for the parameters. */
export type ScoreFit = { statistic: number; freedom: number; pValue: number; groups: ScoreGroup[] };

/**
 * How S-X² is computed. `parameters`: how many of each item were estimated from these very answers (Rasch and 1PL 1, 2PL 2,
 * 3PL 3, known items 0). `population` and `grid`: those of the calibration. `leastExpected`: groups are pooled until each
 * has at least so many expected right and as many expected wrong; 1 if not said.
 */
export type ScoreFitSettings = { parameters: number; population?: Normal; grid?: Grid; leastExpected?: number };

/**
 * Item fit by S-X²: whether people of each raw score have an item right as often as the model says. Unlike older tests it
 * groups by what was observed, not by estimated abilities, so that it keeps its error rate on short tests too.
 *
 * It needs one form that all sat. With thousands of people small misfit becomes sure: look at the groups before an item
 * goes. It tells little about the lower asymptote of easy items.
 *
 * @returns one per item, groups from the lowest raw score to the highest
 * @throws RangeError if items and responses do not fit together, a score is missing or not 0 or 1, or a setting is none
 * @formula expectedShare = sum(weights, (w, q) => w * P[q] * without[q][k - 1]) / sum(weights, (w, q) => w * all[q][k])
 * @formula sx2 = sum(groups, (g) => (g.right - g.expected) ** 2 / (g.expected * (1 - g.expected / g.persons)))
 * @see Orlando & Thissen (2000); Lord & Wingersky (1984)
 */
export function testScoreFit(
  items: readonly BinaryItem[],
  responses: Responses,
  { parameters, population, grid, leastExpected = 1 }: ScoreFitSettings,
): ScoreFit[] {
  if (!(Number.isInteger(parameters) && parameters >= 0)) throw new RangeError(`${parameters} parameters of each item`);
  if (!(leastExpected > 0)) throw new RangeError(`least expected count ${leastExpected} is not above 0`);
  const { persons, right } = countByScore(items, responses);
  const { nodes, logWeights } = normalQuadrature(grid, population);
  const weights = logWeights.map(Math.exp);
  const chances = Array.from(nodes, (theta) => items.map((item) => probabilityRight(item, theta)));
  const all = sumOver(weights, items.length + 1, (q) => countDistribution(chances[q] ?? []));
  return items.map((_, j) => {
    const withRight = sumOver(weights, items.length, (q) => {
      const right = chances[q]?.[j] ?? 0;
      return countDistribution(chances[q]?.toSpliced(j, 1) ?? []).map((p) => p * right);
    });
    const groups: ScoreGroup[] = [];
    // Nobody with nothing right has this item right, and everybody with all right has: those scores say nothing.
    for (let score = 1; score < items.length; score++) {
      const these = persons[score] ?? 0;
      const expected = these * ((withRight[score - 1] ?? 0) / (all[score] ?? 1));
      groups.push({ lowest: score, highest: score, persons: these, right: right[j]?.[score] ?? 0, expected });
    }
    return judge(pool(groups, leastExpected), parameters);
  });
}

function judge(groups: ScoreGroup[], parameters: number): ScoreFit {
  const statistic = groups.reduce(
    (sum, { right, expected, persons }) => sum + (right - expected) ** 2 / (expected * (1 - expected / persons)),
    0,
  );
  const freedom = groups.length - parameters;
  return { statistic, freedom, pValue: freedom > 0 ? chiSquareAbove(statistic, freedom) : Number.NaN, groups };
}

/** Neighbours put together, from the lowest score upwards; what is left at the top joins the last group. */
function pool(groups: readonly ScoreGroup[], least: number): ScoreGroup[] {
  const pooled: ScoreGroup[] = [];
  let open: ScoreGroup | null = null;
  for (const group of groups) {
    open = open === null ? group : join(open, group);
    if (open.expected >= least && open.persons - open.expected >= least) {
      pooled.push(open);
      open = null;
    }
  }
  const last = pooled.pop();
  if (open === null) return last === undefined ? [] : [...pooled, last];
  // Without a single group that is large enough there is nothing to compare.
  return last === undefined ? [] : [...pooled, join(last, open)];
}

function join(below: ScoreGroup, above: ScoreGroup): ScoreGroup {
  return {
    lowest: below.lowest,
    highest: above.highest,
    persons: below.persons + above.persons,
    right: below.right + above.right,
    expected: below.expected + above.expected,
  };
}

function sumOver(weights: Float64Array, length: number, of: (q: number) => Float64Array): Float64Array {
  const total = new Float64Array(length);
  for (const [q, weight] of weights.entries()) {
    for (const [score, p] of of(q).entries()) total[score] = (total[score] ?? 0) + weight * p;
  }
  return total;
}

/** How many people have each raw score, and of each item how many of them have it right. */
function countByScore(items: readonly BinaryItem[], responses: Responses) {
  if (items.length !== responses.items) throw new RangeError(`${items.length} items, ${responses.items} columns`);
  const persons = new Float64Array(items.length + 1);
  const right = items.map(() => new Float64Array(items.length + 1));
  const totals = totalScores(responses);
  for (const [i, count] of responses.counts.entries()) {
    const total = totals[i] ?? 0;
    for (const [j, of] of right.entries()) {
      const score = responses.scores[i * items.length + j] ?? 0;
      if (score > 1) throw new RangeError(`row ${i + 1}, column ${j + 1}: ${score} is not 0 or 1`);
      of[total] = (of[total] ?? 0) + count * score;
    }
    persons[total] = (persons[total] ?? 0) + count;
  }
  return { persons, right };
}
