import { regress } from '../../fairness/logistic-regression.ts';
import { twoPl } from '../../models/index.ts';
import { smoothDensity } from '../../standards/contrasting-groups.ts';
import {
  compareAngoffRounds,
  compromiseCut,
  cutAtBookmarks,
  cutByLogistic,
  orderItemBook,
  summariseAngoff,
} from '../../standards/index.ts';
import type { Sample } from '../formulas.ts';

const ratings = [
  [0.5, 0.8],
  [0.7, 0.9],
  [0.4, 0.7],
];
const highest = [1, 3];
const angoff = summariseAngoff(ratings, highest);
const judgeCuts = angoff.judges.map(({ cut }) => cut);

const rounds = compareAngoffRounds(ratings, [
  [0.5, 0.8],
  [0.6, 0.9],
  [0.5, 0.7],
]);

const book = orderItemBook([twoPl(1.3, -0.4), twoPl(0.8, 0.3), twoPl(1, 1)]);
const bookmarks = cutAtBookmarks(book, [2, 3, 4]);

const masters = [0, 1, 3, 6];
const nonMasters = [5, 3, 2, 0];
const cells = masters.map((right, score) => ({ predictors: [1, score], right, wrong: nonMasters[score] ?? 0 }));
const [intercept, slope] = regress(cells).coefficients;

const limits = { lowestCut: 1, highestCut: 3, lowestFailing: 0.1, highestFailing: 0.6 };
const compromise = compromiseCut([2, 3, 3, 2], limits);
const { cut, failing } = compromise.outcome === 'compromise' ? compromise : compromise.nearest;

/** Samples of the formulas of standard setting. */
export const standardSamples: Record<string, Sample> = {
  spreadRatio: { given: rounds, says: rounds.spreadRatio },
  judgeCut: { given: { ratings: ratings[0], highest }, says: judgeCuts[0] ?? Number.NaN },
  angoffCut: { given: { judgeCuts, judges: 3 }, says: angoff.cut },
  angoffError: { given: { judgeCuts, cut: angoff.cut, judges: 3 }, says: angoff.standardError },
  leniency: { given: { cut: angoff.cut, judgeCut: judgeCuts[2] }, says: angoff.judges[2]?.leniency ?? Number.NaN },
  pageAbility: { given: { a: 1.3, b: -0.4, chance: 2 / 3 }, says: book[0]?.theta ?? Number.NaN },
  medianError: { given: { PI: Math.PI, spread: bookmarks.spread, judges: 3 }, says: bookmarks.standardError },
  smoothedDensity: {
    given: { PI: Math.PI, frequencies: masters, people: 10, h: 0.8, x: 1.7 },
    says: smoothDensity(masters, 0.8)(1.7),
  },
  logisticCut: {
    given: { share: 0.3, masters: 10, nonMasters: 10, intercept, slope },
    says: cutByLogistic({ masters, nonMasters, masterShare: 0.3 }).cut,
  },
  tolerated: { given: { ...limits, cut }, says: failing },
};
