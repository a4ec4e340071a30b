import { curvesOf } from '../models/curves.ts';
import type { BinaryItem } from '../models/item.ts';
import type { CommonItem, Link } from './link.ts';
import { checkCommon, linkByMeans } from './moments.ts';

/** Abilities on the target scale at which the curves are compared: 40 from -4 to 4, each counting the same, as in plink. */
export const COMPARED_ABILITIES: readonly number[] = Array.from({ length: 40 }, (_, q) => -4 + (8 * q) / 39);

/** Settled when neither number moves by more. */
const SETTLED = 1e-12;
const STEPS = 200;

/**
 * The link under which the common items' curves differ least, item by item.
 *
 * @param common items on both scales
 * @param abilities where the curves are compared, on the target scale
 * @throws RangeError if there is no common item, or no link is found
 * @formula haebara = sum(abilities, (theta) => sum(common, (one) => (right(one.to, theta) - right(linked(one.from), theta)) ** 2))
 * @see Haebara (1980), in the direction of the target scale
 */
export function linkByItemCurves(common: readonly CommonItem[], abilities = COMPARED_ABILITIES): Link {
  return minimise(common, (link) => abilities.flatMap((theta) => common.map((one) => difference([one], link, theta))));
}

/**
 * The link under which the common items' test characteristic curves differ least.
 *
 * @param common items on both scales
 * @param abilities where the curves are compared, on the target scale
 * @throws RangeError if there is no common item, or no link is found
 * @formula stockingLord = sum(abilities, (theta) => sum(common, (one) => right(one.to, theta) - right(linked(one.from), theta)) ** 2)
 * @see Stocking & Lord (1983)
 */
export function linkByTestCurves(common: readonly CommonItem[], abilities = COMPARED_ABILITIES): Link {
  return minimise(common, (link) => abilities.map((theta) => difference(common, link, theta)));
}

/** A difference of curves and its derivatives by slope and intercept of the link. */
type Difference = { value: number; bySlope: number; byIntercept: number };

function difference(common: readonly CommonItem[], { slope, intercept }: Link, theta: number): Difference {
  const sum: Difference = { value: 0, bySlope: 0, byIntercept: 0 };
  // An item that moves to the target scale is met there as the unmoved one is at the ability before the move.
  const before = (theta - intercept) / slope;
  for (const { from, to } of common) {
    const here = rightAt(to, theta);
    const there = rightAt(from, before);
    sum.value += here.right - there.right;
    sum.bySlope += (there.rise * before) / slope;
    sum.byIntercept += there.rise / slope;
  }
  return sum;
}

function rightAt(item: BinaryItem, theta: number): { right: number; rise: number } {
  const { probability, first } = curvesOf(item, theta);
  return { right: probability[1] ?? 0, rise: first[1] ?? 0 };
}

/** Least squares by Levenberg's and Marquardt's steps, begun at the link by means. */
function minimise(common: readonly CommonItem[], residuals: (link: Link) => Difference[]): Link {
  checkCommon(common, 1);
  let link = linkByMeans(common);
  let now = residuals(link);
  let loss = lossOf(now);
  for (let step = 0, damping = 1e-3; step < STEPS; step++) {
    let [ss, si, ii, bySlope, byIntercept] = [0, 0, 0, 0, 0];
    for (const one of now) {
      ss += one.bySlope * one.bySlope;
      si += one.bySlope * one.byIntercept;
      ii += one.byIntercept * one.byIntercept;
      bySlope -= one.bySlope * one.value;
      byIntercept -= one.byIntercept * one.value;
    }
    const [dampedS, dampedI] = [ss * (1 + damping), ii * (1 + damping)];
    const determinant = dampedS * dampedI - si * si;
    const moved = {
      slope: link.slope + (dampedI * bySlope - si * byIntercept) / determinant,
      intercept: link.intercept + (dampedS * byIntercept - si * bySlope) / determinant,
    };
    const isSettled = Math.abs(moved.slope - link.slope) + Math.abs(moved.intercept - link.intercept) < SETTLED;
    const next = moved.slope > 0 ? residuals(moved) : [];
    const reached = moved.slope > 0 ? lossOf(next) : Number.POSITIVE_INFINITY;
    if (reached <= loss) [link, now, loss, damping] = [moved, next, reached, damping / 10];
    else damping *= 10;
    if (isSettled) return link;
  }
  throw new RangeError('the common items determine no link');
}

function lossOf(differences: readonly Difference[]): number {
  return differences.reduce((sum, { value }) => sum + value * value, 0);
}
