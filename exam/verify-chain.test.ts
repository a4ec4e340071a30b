import { expect, test } from 'vitest';
import type { ChainLink } from './chain.ts';
import { chainText } from './chain.ts';
import type { HashedLink } from './verify-chain.ts';
import { verifyChain } from './verify-chain.ts';

const seal = 'a'.repeat(64);

/** Stands in for SHA-256, which this room cannot compute: 64-bit FNV-1a tells these few texts apart. */
function sha256(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(64, '0');
}

function linkAt(place: number, option: string): ChainLink {
  return {
    sittingId: 'e7a3c2c4-3f0c-4b4e-9f53-0a8f5b1c2d3e',
    place,
    deviceId: '5f7e9d7c-90c4-4e44-bb5a-0c1d2e3f4a5b',
    deviceSequence: place * 2,
    position: place - 1,
    response: { type: 'choice', option },
    acceptance: 'counted',
    receivedAt: new Date(Date.UTC(2026, 0, 5, 10, 0, place)),
  };
}

function chained(links: ChainLink[]): HashedLink[] {
  let head = seal;
  return links.map((link) => {
    head = sha256(chainText(head, link));
    return { ...link, chain: head };
  });
}

const record = chained([linkAt(1, 'optionAAAA'), linkAt(2, 'optionBBBB'), linkAt(3, 'optionCCCC')]);

test('a record as it was given out is intact, and ends with the last hash', () => {
  expect(verifyChain(seal, record, sha256)).toEqual({ verdict: 'intact', head: record[2]?.chain });
});

test('a record without answers ends with the seal of the form', () => {
  expect(verifyChain(seal, [], sha256)).toEqual({ verdict: 'intact', head: seal });
});

test('an answer changed later is found at its own place', () => {
  const changed = record.map((link) =>
    link.place === 2 ? { ...link, response: { type: 'choice' as const, option: 'optionDDDD' } } : link,
  );
  expect(verifyChain(seal, changed, sha256)).toEqual({ verdict: 'broken', place: 2 });
});

test('an answer left out is found where the next one stands', () => {
  expect(verifyChain(seal, record.toSpliced(1, 1), sha256)).toEqual({ verdict: 'broken', place: 2 });
});

test('two answers exchanged are found at the first of them', () => {
  const exchanged = [record[1], record[0], record[2]].filter((link) => link !== undefined);
  expect(verifyChain(seal, exchanged, sha256)).toEqual({ verdict: 'broken', place: 1 });
});

test('a record begun on another form is found at its first answer', () => {
  expect(verifyChain('b'.repeat(64), record, sha256)).toEqual({ verdict: 'broken', place: 1 });
});
