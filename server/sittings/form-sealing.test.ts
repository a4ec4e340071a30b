import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeItems, type SealedForm, sealForm } from './form-sealing.ts';

const seed = Buffer.alloc(32, 7);
const items = Array.from({ length: 30 }, (_, nth) => ({
  hash: nth.toString(16).padStart(64, '0'),
  section: 'functions',
  options: ['a', 'b', 'c', 'd'],
}));
const places = placeItems(items, { seed, partialCredit: false });

const form: SealedForm = {
  sittingId: '0c6d2a0e-8f7b-4e11-b0d8-c2d0a5a9e7f3',
  credential: 'pcep',
  purpose: 'real',
  bankDigest: 'b'.repeat(64),
  seed,
  places,
  passMark: 0.7,
  cutVersion: 'python/pcep/0.7',
  limitSeconds: 2400,
};

test('a disputed form can be made again from its seed, option ids included', () => {
  expect(placeItems(items, { seed: Buffer.from(seed), partialCredit: false })).toEqual(places);
  expect(
    sealForm({ ...form, seed: Buffer.from(seed), places: placeItems(items, { seed, partialCredit: false }) }),
  ).toBe(sealForm(form));
});

test('every option is there once, under an id that occurs nowhere else on the form', () => {
  for (const { options } of places) expect(options.map(({ index }) => index).toSorted()).toEqual([0, 1, 2, 3]);
  const ids = places.flatMap(({ options }) => options.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{8,32}$/);
});

test('no id of one sitting occurs in another', () => {
  const others = placeItems(items, { seed: Buffer.alloc(32, 8), partialCredit: false }).flatMap(({ options }) =>
    options.map(({ id }) => id),
  );
  const ids = new Set(places.flatMap(({ options }) => options.map(({ id }) => id)));
  expect(others.filter((id) => ids.has(id))).toEqual([]);
});

test('over many forms each option stands in each place about equally often, so a place tells nothing', () => {
  const tally = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
  for (let nth = 0; nth < 100; nth++) {
    for (const { options } of placeItems(items, { seed: Buffer.alloc(32, nth), partialCredit: false })) {
      for (const [at, { index }] of options.entries()) {
        const row = tally[at];
        if (row !== undefined) row[index] = (row[index] ?? 0) + 1;
      }
    }
  }
  // 3,000 draws, 750 expected; 100 is more than four standard deviations.
  for (const count of tally.flat()) expect(Math.abs(count - 750)).toBeLessThan(100);
});

test('the lines to be ordered never come in a right order, and places in a program keep theirs', () => {
  const accepted = [
    [0, 1, 2],
    [1, 0, 2],
  ];
  const options = ['a', 'b', 'c'];
  const base = { hash: '0'.repeat(64), section: 'functions', options };
  for (let nth = 0; nth < 60; nth++) {
    const [lines, spots] = placeItems(
      [
        { ...base, answer: { type: 'order', accepted, faults: [] } },
        { ...base, answer: { type: 'position', line: 'x = 1', highlighted: [], after: [0, 1, 2] } },
      ],
      { seed: Buffer.alloc(32, nth), partialCredit: true },
    );
    expect(accepted).not.toContainEqual(lines?.options.map(({ index }) => index));
    expect(spots?.options.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(lines).toMatchObject({ answer: { type: 'order' }, credit: 'partial' });
    expect(spots).not.toHaveProperty('answer');
  }
});

test('the seal changes with anything that the form says', () => {
  const change: { [Field in keyof SealedForm]: SealedForm[Field] } = {
    sittingId: '1c6d2a0e-8f7b-4e11-b0d8-c2d0a5a9e7f3',
    credential: 'pcap',
    purpose: 'mock',
    bankDigest: 'c'.repeat(64),
    seed: Buffer.alloc(32, 8),
    places: places.toReversed(),
    passMark: 0.71,
    cutVersion: 'python/pcep/0.71',
    limitSeconds: 2401,
  };
  const seals = Object.entries(change).map(([field, value]) => sealForm({ ...form, [field]: value }));
  expect(new Set([sealForm(form), ...seals]).size).toBe(seals.length + 1);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (other) => {
      fc.pre(Buffer.compare(other, seed) !== 0);
      expect(sealForm({ ...form, seed: Buffer.from(other) })).not.toBe(sealForm(form));
    }),
  );
});
