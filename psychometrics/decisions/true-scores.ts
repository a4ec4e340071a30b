import { logistic, logit, softplus } from '../models/logistic.ts';

/** A beta distribution of true proportions right, between `lower` and `upper` of [0, 1]. */
export type TrueScores = { alpha: number; beta: number; lower: number; upper: number };

/** The first four moments of true proportions right, about 0. */
export type RawMoments = readonly [number, number, number, number];

/**
 * Moments of true proportions from those of observed scores, if errors are binomial: each factorial moment of the score,
 * divided by the same of the test's length.
 *
 * @param scores as on a test of `length` items, not necessarily whole; with how many people had each
 * @formula trueMoment = factorialMoment / (n * (n - 1) * (n - 2))
 * @see Lord & Novick (1968), chapter 23; Hanson (1991)
 */
export function trueMoments(scores: readonly { score: number; people: number }[], length: number): RawMoments {
  const all = scores.reduce((sum, { people }) => sum + people, 0);
  const moment = (order: number) => {
    const falling = (from: number) =>
      Array.from({ length: order }, (_, k) => from - k).reduce((product, factor) => product * factor, 1);
    return scores.reduce((sum, { score, people }) => sum + people * falling(score), 0) / all / falling(length);
  };
  return [moment(1), moment(2), moment(3), moment(4)];
}

/**
 * The beta distribution with these four moments; where there is none inside [0, 1], the one on the whole of [0, 1] with the
 * first two.
 *
 * @param moments of proportions, about 0
 * @returns shapes, and ends in [0, 1]
 * @throws RangeError if not even that exists: true scores do not vary, or vary more than proportions can
 * @formula sumOfShapes = (6 * (kurtosis - skewness ** 2 - 1)) / (6 + 3 * skewness ** 2 - 2 * kurtosis)
 * @formula lowerEnd = mean - sd * sqrt((alpha * (alpha + beta + 1)) / beta)
 * @formula upperEnd = mean + sd * sqrt((beta * (alpha + beta + 1)) / alpha)
 * @see Hanson (1991); Johnson & Kotz (1970), chapter 24, for the ends
 */
export function fitTrueScores(moments: RawMoments): TrueScores {
  const [mean, second] = moments;
  const variance = second - mean ** 2;
  if (!(variance > 0 && variance < mean * (1 - mean))) {
    throw new RangeError(
      `true scores with variance ${variance} about ${mean}: use a larger reliability or more people`,
    );
  }
  const four = fitFour(moments);
  if (four !== null && four.lower >= 0 && four.upper <= 1) return four;
  const sum = (mean * (1 - mean)) / variance - 1;
  return { alpha: mean * sum, beta: (1 - mean) * sum, lower: 0, upper: 1 };
}

function fitFour([mean, second, third, fourth]: RawMoments): TrueScores | null {
  const variance = second - mean ** 2;
  const sd = Math.sqrt(variance);
  const skewness = (third - 3 * mean * second + 2 * mean ** 3) / sd ** 3;
  const kurtosis = (fourth - 4 * mean * third + 6 * mean ** 2 * second - 3 * mean ** 4) / variance ** 2;
  const sum = (6 * (kurtosis - skewness ** 2 - 1)) / (6 + 3 * skewness ** 2 - 2 * kurtosis);
  const apart = 1 - (24 * (sum + 1)) / ((sum + 2) * (sum + 3) * kurtosis - 3 * (sum - 6) * (sum + 1));
  if (!(sum > 0 && apart >= 0 && apart < 1)) return null;
  const less = (sum / 2) * (1 - Math.sqrt(apart));
  const [alpha, beta] = skewness > 0 ? [less, sum - less] : [sum - less, less];
  const lower = mean - sd * Math.sqrt((alpha * (alpha + beta + 1)) / beta);
  const upper = mean + sd * Math.sqrt((beta * (alpha + beta + 1)) / alpha);
  return { alpha, beta, lower, upper };
}

/** A true proportion right, and the share of people it stands for. */
export type TrueShare = { proportion: number; share: number };

/** A multiple of 2, to a stretch between two cuts. */
const STEPS = 400;
/** What is so much below the summit of a log-density does not count. */
const NEGLIGIBLE = 40;

/**
 * The distribution as many points, none of them across one of the bounds, so that sums over them are integrals on each side.
 *
 * @param bounds proportions at which an integrand may jump, rising
 * @returns the shares add up to 1
 */
export function spreadTrueScores({ alpha, beta, lower, upper }: TrueScores, bounds: readonly number[]): TrueShare[] {
  // On the logit of the place between both ends, the log-density is concave without poles, whatever its shapes.
  const logDensity = (z: number) => -alpha * softplus(-z) - beta * softplus(z);
  const summit = Math.log(alpha / beta);
  const highest = logDensity(summit);
  const [first, last] = [-1, 1].map((side) => {
    let far = side;
    while (logDensity(summit + far) > highest - NEGLIGIBLE) far *= 2;
    return summit + far;
  }) as [number, number];
  const inner = bounds.map((bound) => logit((bound - lower) / (upper - lower))).filter((z) => z > first && z < last);
  const ends = [first, ...inner, last];
  const points = ends.slice(1).flatMap((to, k) => {
    const from = ends[k] ?? first;
    const step = (to - from) / STEPS;
    return Array.from({ length: STEPS + 1 }, (_, i): TrueShare => {
      // Kept on its own side of a bound, which rounding might cross.
      const z = Math.min(to - step * 1e-8, Math.max(from + step * 1e-8, from + i * step));
      const simpson = i === 0 || i === STEPS ? 1 : 2 + 2 * (i % 2);
      const share = simpson * step * Math.exp(logDensity(z) - highest);
      return { proportion: lower + (upper - lower) * logistic(z), share };
    });
  });
  const all = points.reduce((sum, { share }) => sum + share, 0);
  return points.map(({ proportion, share }) => ({ proportion, share: share / all }));
}
