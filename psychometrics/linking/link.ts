import type { BinaryItem } from '../models/item.ts';
import { threePl } from '../models/item.ts';

/**
 * How abilities on one scale read on another: θ on the target scale = slope θ + intercept. Scales of IRT are free up to
 * such a line; common items tell which.
 *
 * @formula thetaOnTarget = slope * theta + intercept
 */
export type Link = { slope: number; intercept: number };

/** An item on two scales. */
export type CommonItem = { from: BinaryItem; to: BinaryItem };

/**
 * An ability as it reads on the target scale.
 *
 * @param theta ability in logits of the one scale
 * @returns in logits of the other
 * @see Lord (1980), section 3.5, on what a scale is free up to
 */
export function linkAbility({ slope, intercept }: Link, theta: number): number {
  return slope * theta + intercept;
}

/**
 * An item as it reads on the target scale; its chance of a right answer stays what it was.
 *
 * @returns difficulty in logits of the target scale, discrimination per logit of it
 * @throws RangeError if the slope is 0, or anything is not finite
 * @formula aOnTarget = a / slope
 * @formula bOnTarget = slope * b + intercept
 */
export function linkItem({ slope, intercept }: Link, { a, b, c }: BinaryItem): BinaryItem {
  return threePl(a / slope, slope * b + intercept, c);
}
