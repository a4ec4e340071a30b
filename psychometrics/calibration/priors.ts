import type { Normal } from '../numerics/quadrature.ts';

/**
 * What is believed of the items before any answer. A calibration with priors gives the summit of the posterior (MAP).
 * `difficulty` is of b in logits, for all items or one for each (`null`: none); `logDiscrimination` of log a;
 * `asymptote` a beta distribution of c, whose mode is (alpha − 1) / (alpha + beta − 2).
 */
export type Priors = {
  difficulty?: Normal | readonly (Normal | null)[];
  logDiscrimination?: Normal;
  asymptote?: { alpha: number; beta: number };
};

/**
 * The priors a 3PL has unless told otherwise; without any, guessing is hardly estimable. They are those of long use: log a
 * about 0 with sd 0.5, c most likely 0.2 as if 20 of the weakest had been seen, b about 0 with sd 2.
 *
 * @see Mislevy (1986)
 */
export const DEFAULT_3PL_PRIORS: Priors = {
  difficulty: { mean: 0, sd: 2 },
  logDiscrimination: { mean: 0, sd: 0.5 },
  asymptote: { alpha: 5, beta: 17 },
};

/** The prior of one item's difficulty, if there is one. */
export function difficultyPrior({ difficulty }: Priors, item: number): Normal | null {
  if (difficulty === undefined) return null;
  return 'sd' in difficulty ? difficulty : (difficulty[item] ?? null);
}

/** @throws RangeError if there is not one difficulty prior per item, an sd is not above 0, or a beta has no mode */
export function checkPriors({ difficulty, logDiscrimination, asymptote }: Priors, items: number): void {
  if (difficulty !== undefined && !('sd' in difficulty) && difficulty.length !== items) {
    throw new RangeError(`${items} items, ${difficulty.length} priors of difficulty`);
  }
  const difficulties = difficulty === undefined || 'sd' in difficulty ? [difficulty] : difficulty;
  for (const normal of [...difficulties, logDiscrimination]) {
    if (normal && !(normal.sd > 0 && Number.isFinite(normal.mean))) {
      throw new RangeError(`prior with mean ${normal.mean}, sd ${normal.sd}`);
    }
  }
  if (asymptote !== undefined && !(asymptote.alpha > 1 && asymptote.beta > 1)) {
    throw new RangeError(
      `prior of the asymptote: beta(${asymptote.alpha}, ${asymptote.beta}) has no mode inside (0, 1)`,
    );
  }
}
