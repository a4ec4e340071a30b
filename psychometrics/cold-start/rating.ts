import { type BinaryItem, twoPl } from '../models/item.ts';
import { logistic } from '../models/logistic.ts';
import type { Normal } from '../numerics/quadrature.ts';
import { normalNumber, type Random } from '../simulation/random.ts';

/** What is known of a person's ability or an item's difficulty while answers come in, in logits. */
export type Rating = Normal;

/**
 * Elo's step after one answer, to a person and the item they answered: what was a surprise moves both, the more the less
 * was known of them. The steps become smaller by themselves, as Elo's K should: a rating's variance is its K. It costs
 * nothing and is right at once about what is new; for the record, calibrate.
 *
 * @param drift variance in logits² that the person gained since their last answer, because people learn; 0 if not said
 * @returns both as they are after the answer
 * @throws RangeError if an sd is not above 0, something is not finite, or the drift is negative
 * @formula eloRight = 1 / (1 + exp(-(personMean - itemMean) / sqrt(1 + (personSd ** 2 + itemSd ** 2) * 0.39269908169872414)))
 * @formula eloGain = personSd ** 2 / (1 + q * (1 - q) * (personSd ** 2 + itemSd ** 2))
 * @see Glickman (1999) for ratings with their variance; Pelánek (2016) for Elo with people and items
 */
export function rateAnswer(
  { person, item }: { person: Rating; item: Rating },
  isRight: boolean,
  { drift = 0 }: { drift?: number } = {},
): { person: Rating; item: Rating } {
  for (const { mean, sd } of [person, item]) {
    if (!(sd > 0 && Number.isFinite(sd) && Number.isFinite(mean))) throw new RangeError(`rating ${mean} with sd ${sd}`);
  }
  if (!(drift >= 0)) throw new RangeError(`drift ${drift} is negative`);
  const ofPerson = person.sd ** 2 + drift;
  const ofItem = item.sd ** 2;
  const expected = chanceBetween({ mean: person.mean, sd: Math.sqrt(ofPerson) }, item);
  const surprise = Number(isRight) - expected;
  const bend = expected * (1 - expected);
  const damping = 1 + bend * (ofPerson + ofItem);
  const left = (variance: number) => Math.sqrt(variance - (variance * variance * bend) / damping);
  return {
    person: { mean: person.mean + (ofPerson / damping) * surprise, sd: left(ofPerson) },
    item: { mean: item.mean - (ofItem / damping) * surprise, sd: left(ofItem) },
  };
}

/** Of a standard logistic's spread: π / 8 makes the logistic of an uncertain number the mean of its logistic, nearly. */
const FLATTENING = Math.PI / 8;

/** Chance of a right answer when neither ability nor difficulty is quite known. @see MacKay (1992) */
function chanceBetween(person: Rating, item: Rating): number {
  const spread = person.sd ** 2 + item.sd ** 2;
  return logistic((person.mean - item.mean) / Math.sqrt(1 + FLATTENING * spread));
}

/**
 * The item to give and score with while its difficulty is uncertain: flatter, so that it neither promises information it
 * does not have nor draws an ability farther than it should.
 *
 * @param a its discrimination
 * @throws RangeError if the rating or `a` is not finite
 * @formula hedgedA = a / sqrt(1 + a ** 2 * sd ** 2 * 0.39269908169872414)
 * @see MacKay (1992)
 */
export function hedgeItem({ mean, sd }: Rating, a = 1): BinaryItem {
  return twoPl(a / Math.sqrt(1 + FLATTENING * a * a * sd * sd), mean);
}

/**
 * An item as it may be, drawn from what is known: choosing the next item among drawn ones gives each as often as it may be
 * the best. Without that, items that are known already would be given again and again, and the others never be known.
 *
 * @param a its discrimination per logit
 * @returns an item with a difficulty in logits
 * @throws RangeError if the rating or `a` is not finite
 * @formula drawnDifficulty = mean + sd * z
 * @see Thompson (1933)
 */
export function drawItem({ mean, sd }: Rating, a: number, random: Random): BinaryItem {
  return twoPl(a, mean + sd * normalNumber(random));
}
