import { createHmac, createSecretKey, hash as digest, type KeyObject } from 'node:crypto';
import { canonicalJson, deriveSeed, seededRandom } from '@pyladder/bank';
import { type FormPlace, type ItemSummary, type Purpose, type Random, shuffle } from '@pyladder/exam';

const OPTION_ID_BYTES = 9;

/**
 * Gives each item its options in an order of this sitting, under ids of this sitting.
 *
 * @param optionCounts one per item
 */
export function placeItems(
  items: readonly Pick<ItemSummary, 'hash' | 'section'>[],
  optionCounts: readonly number[],
  seed: Buffer,
): FormPlace[] {
  const random = seededRandom(deriveSeed(seed.toString('hex'), 'options'));
  const key = createSecretKey(seed);
  return items.map(({ hash, section }, position) => ({
    itemHash: hash,
    section,
    options: shuffledIndexes(optionCounts[position] ?? 0, random).map((index) => ({
      id: optionId(key, position, index),
      index,
    })),
  }));
}

function shuffledIndexes(count: number, random: Random): number[] {
  return shuffle(
    Array.from({ length: count }, (_, index) => index),
    random,
  );
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
