import { createHmac, createSecretKey, hash as digest, type KeyObject } from 'node:crypto';
import { canonicalJson, deriveSeed, seededRandom } from '@pyladder/bank';
import {
  type FormPlace,
  type Item,
  type ItemAnswer,
  type PlaceAnswer,
  type Purpose,
  type Random,
  shuffle,
} from '@pyladder/exam';

const OPTION_ID_BYTES = 9;

/** What placing needs to know of an item. */
export type PlacedItem = Pick<Item, 'hash' | 'section' | 'answer'> & { options: readonly unknown[] };

/**
 * Gives each item its options in an order of this sitting, under ids of this sitting.
 *
 * @param partialCredit whether the exam gives a part of a point for an answer that is right in part
 */
export function placeItems(
  items: readonly PlacedItem[],
  { seed, partialCredit }: { seed: Buffer; partialCredit: boolean },
): FormPlace[] {
  const random = seededRandom(deriveSeed(seed.toString('hex'), 'options'));
  const key = createSecretKey(seed);
  return items.map((item, position) => {
    const answer = placeAnswer(item.answer);
    return {
      itemHash: item.hash,
      section: item.section,
      options: orderOptions(item, random).map((index) => ({ id: optionId(key, position, index), index })),
      ...(answer === null ? {} : { answer }),
      ...(answer !== null && partialCredit ? { credit: 'partial' as const } : {}),
    };
  });
}

function placeAnswer(answer: ItemAnswer | undefined): PlaceAnswer | null {
  switch (answer?.type) {
    case 'choices':
    case 'order':
      return { type: answer.type };
    case 'slots':
      return { type: 'slots', slots: answer.slots.length };
    case 'choice':
    case 'position':
    case undefined:
      return null;
  }
}

/** Shuffled, so that a place says nothing; positions in a program keep theirs, and lines do not come in a right order. */
function orderOptions({ options, answer }: PlacedItem, random: Random): number[] {
  const indexes = options.map((_, index) => index);
  if (answer?.type === 'position') return indexes;
  const shuffled = shuffle(indexes, random);
  if (answer?.type !== 'order') return shuffled;
  // The reverse of a right order is right only if no order matters, which no item asks for.
  return answer.accepted.some((order) => order.every((index, at) => shuffled[at] === index))
    ? shuffled.toReversed()
    : shuffled;
}

/** 72 bits that say nothing without the seed: neither where the option stands in the bank nor in anybody else's form. */
function optionId(seed: KeyObject, position: number, index: number): string {
  const mac = createHmac('sha256', seed).update(`option ${position} ${index}`).digest();
  return mac.subarray(0, OPTION_ID_BYTES).toString('base64url');
}

/** All that is fixed when a form is sealed. */
export type SealedForm = {
  sittingId: string;
  credential: string;
  purpose: Purpose;
  bankDigest: string;
  seed: Buffer;
  places: readonly FormPlace[];
  passMark: number;
  cutVersion: string;
  limitSeconds: number;
};

/**
 * SHA-256 of the canonical form, lower-case hex: the first link of the answers' chain. The seed is part of it, so that
 * the seal, which the candidate gets at once, gives nothing away and yet binds us to the form.
 */
export function sealForm({ seed, ...form }: SealedForm): string {
  return digest('sha256', canonicalJson({ format: 'pyladder-form-1', seed: seed.toString('hex'), ...form }), 'hex');
}
