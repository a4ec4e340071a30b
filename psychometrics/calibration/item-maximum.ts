import { type ItemCounts, type ItemPrior, itemObjective, itemSlopes, type Slopes } from './slope-intercept.ts';

const STEPS = 8;
const HALVINGS = 12;
/** A Newton step this small leaves nothing that EM would notice. */
const SETTLED = 1e-10;
/** No step is longer, in logits: where a curve is nearly flat, Newton would go out of the world. */
const LONGEST = 8;

/** By how much of itself an objective may seem lower only because its sum was rounded. */
const ROUNDING = 1e-13;

/** Newton steps of one item's (a, d) to the summit of its objective; every step is halved until it climbs. */
export function maximiseItem(counts: ItemCounts, prior: ItemPrior, start: [number, number]): [number, number] {
  let [a, d] = start;
  let objective = itemObjective(counts, prior, a, d);
  for (let step = 0; step < STEPS; step++) {
    const { byA, byD, infoAA, infoAD, infoDD, determinant } = bendingDown(counts, prior, [a, d]);
    if (!(determinant > 0)) break;
    let moveA = (infoDD * byA - infoAD * byD) / determinant;
    let moveD = (infoAA * byD - infoAD * byA) / determinant;
    const shortening = Math.min(1, LONGEST / Math.max(Math.abs(moveA), Math.abs(moveD)));
    [moveA, moveD] = [moveA * shortening, moveD * shortening];
    if (Math.abs(moveA) < SETTLED && Math.abs(moveD) < SETTLED) return [a + moveA, d + moveD];
    const reached = climb(objective, (share) => itemObjective(counts, prior, a + share * moveA, d + share * moveD));
    if (reached === null) break;
    moveA *= reached.share;
    moveD *= reached.share;
    [a, d, objective] = [a + moveA, d + moveD, reached.objective];
  }
  return [a, d];
}

/** Slopes with an information that leads upwards: the exact one where it does. */
function bendingDown(counts: ItemCounts, prior: ItemPrior, at: readonly [number, number]) {
  const determinantOf = ({ infoAA, infoAD, infoDD }: Slopes) => (infoAA > 0 ? infoAA * infoDD - infoAD * infoAD : 0);
  const exact = itemSlopes(counts, prior, at);
  const determinant = determinantOf(exact);
  if (determinant > 0) return { ...exact, determinant };
  const cautious = itemSlopes(counts, prior, at, true);
  return { ...cautious, determinant: determinantOf(cautious) };
}

/** The intercept alone, where the discrimination is held. */
export function maximiseIntercept(counts: ItemCounts, prior: ItemPrior, [a, start]: [number, number]): number {
  let d = start;
  let objective = itemObjective(counts, prior, a, d);
  for (let step = 0; step < STEPS; step++) {
    const { byD, infoDD } = itemSlopes(counts, prior, [a, d]);
    const full = byD / infoDD;
    if (!Number.isFinite(full)) break;
    const move = Math.sign(full) * Math.min(LONGEST, Math.abs(full));
    if (Math.abs(move) < SETTLED) return d + move;
    const reached = climb(objective, (share) => itemObjective(counts, prior, a, d + share * move));
    if (reached === null) break;
    [d, objective] = [d + reached.share * move, reached.objective];
  }
  return d;
}

/** The intercepts of all items and the one discrimination they share. */
export function maximiseCommonSlope(
  items: readonly ItemCounts[],
  priors: readonly ItemPrior[],
  start: { a: number; intercepts: Float64Array },
): { a: number; intercepts: Float64Array } {
  const total = (a: number, intercepts: Float64Array) =>
    items.reduce(
      (sum, counts, j) => sum + itemObjective(counts, priors[j] as ItemPrior, a, intercepts[j] as number),
      0,
    );
  let { a, intercepts } = start;
  let objective = total(a, intercepts);
  for (let step = 0; step < STEPS; step++) {
    const slopesAt = (isCautious: boolean) => {
      const all = items.map((counts, j) => {
        return itemSlopes(counts, priors[j] as ItemPrior, [a, intercepts[j] as number], isCautious);
      });
      // The information is an arrow: one row for a, else a diagonal. What is left of a's after the diagonal is taken out:
      let rest = 0;
      let byA = 0;
      for (const one of all) {
        rest += one.infoAA - one.infoAD ** 2 / one.infoDD;
        byA += one.byA - (one.infoAD * one.byD) / one.infoDD;
      }
      return { all, rest, byA };
    };
    const exact = slopesAt(false);
    const { all, rest, byA } = exact.rest > 0 ? exact : slopesAt(true);
    const moveA = byA / rest;
    const moves = all.map((one) => (one.byD - one.infoAD * moveA) / one.infoDD);
    if (!(rest > 0) || !moves.every(Number.isFinite)) break;
    const at = (share: number) => intercepts.map((d, j) => d + share * (moves[j] as number));
    if (Math.abs(moveA) < SETTLED && moves.every((move) => Math.abs(move) < SETTLED)) {
      return { a: a + moveA, intercepts: at(1) };
    }
    const reached = climb(objective, (share) => total(a + share * moveA, at(share)));
    if (reached === null) break;
    intercepts = at(reached.share);
    a += reached.share * moveA;
    objective = reached.objective;
  }
  return { a, intercepts };
}

/** The largest of 1, ½, ¼… of a step that does not lower the objective; null if none does not. */
export function climb(
  from: number,
  objectiveAt: (share: number) => number,
): { share: number; objective: number } | null {
  for (let share = 1, halving = 0; halving < HALVINGS; halving++, share /= 2) {
    const objective = objectiveAt(share);
    if (objective >= from - ROUNDING * Math.abs(from)) return { share, objective };
  }
  return null;
}
