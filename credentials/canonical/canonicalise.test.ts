import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBadge } from '../badge/badge.ts';
import type { JsonRecord } from '../badge/json.ts';
import { readTestFile } from '../testing/files.ts';
import { givenFacts } from '../testing/issuer.ts';
import { canonicalise, canonicaliseByLibrary } from './canonicalise.ts';
import { CanonicalFault } from './fault.ts';

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

/** Texts with everything that N-Quads have to escape, and what merely looks like something else. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '\n', '\r', '\t', '\b', '\f', '\u0001', '\u007f', '\u0085', '😀', 'a'),
    maxLength: 8,
  }),
  fc.constantFrom('', 'https://example.org/a', '@id', '@type', '_:b0', 'xsd:date', 'urn:leaf:1', 'type', 'Alignment'),
);
const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'urn:uuid:1',
    'did:example:a#b',
    'https://example.org/é',
    'mailto:a@example.org',
    'data:image/png;base64,AA+/==',
    'relative',
    'https://a b',
    'xsd:x',
  ),
);
const alignment = fc.record({ type: fc.constant(['Alignment']), targetName: text, targetUrl: text });
const result = fc.record({ type: fc.constant('Result'), value: text, achievedLevel: text }, { requiredKeys: ['type'] });
const evidence = fc.record(
  { id: address, type: fc.constant(['Evidence']), name: text, narrative: text, genre: text },
  { requiredKeys: ['type'] },
);
const identity = fc.record({
  type: fc.constant('IdentityObject'),
  hashed: fc.boolean(),
  identityHash: text,
  identityType: fc.constant('emailAddress'),
});
const badge: fc.Arbitrary<JsonRecord> = fc.record(
  {
    '@context': fc.constant(contexts),
    id: fc.oneof({ weight: 5, arbitrary: fc.webUrl() }, address),
    type: fc.constant(['VerifiableCredential', 'OpenBadgeCredential']),
    name: text,
    description: fc.oneof(text, fc.record({ '@value': text, '@language': fc.constantFrom('en', 'de-AT', 'fr') })),
    issuer: fc.oneof(address, fc.record({ id: address, type: fc.constant('Profile'), name: text, url: text })),
    validFrom: text,
    evidence: fc.array(evidence, { maxLength: 3 }),
    credentialSubject: fc.record(
      {
        id: address,
        type: fc.constant(['AchievementSubject']),
        identifier: fc.array(identity, { maxLength: 3 }),
        result: fc.array(result, { maxLength: 3 }),
        creditsEarned: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
        achievement: fc.record(
          {
            id: address,
            type: fc.constant(['Achievement']),
            name: text,
            tag: fc.array(text, { maxLength: 4 }),
            alignment: fc.array(alignment, { maxLength: 3 }),
            criteria: fc.record({ id: address, narrative: text }, { requiredKeys: [] }),
            resultDescription: fc.array(
              fc.record({ type: fc.constant('ResultDescription'), allowedValue: fc.array(text, { maxLength: 3 }) }),
              { maxLength: 2 },
            ),
          },
          { requiredKeys: ['type'] },
        ),
      },
      { requiredKeys: ['type', 'achievement'] },
    ),
  },
  { requiredKeys: ['@context', 'id', 'type', 'issuer', 'credentialSubject'] },
);

test('the short cut gives what the general library gives, or refuses for the same reason', async () => {
  await fc.assert(
    fc.asyncProperty(badge, async (document) => {
      expect(await outcomeOf(canonicalise(document))).toEqual(await outcomeOf(canonicaliseByLibrary(document)));
    }),
    { numRuns: 300 },
  );
});

test('a structure learnt from one document serves the next, whatever its texts', async () => {
  const given = fc.record({
    name: text,
    description: text,
    criteria: text,
    criteriaUrl: address,
    tags: fc.tuple(text, text),
  });
  await fc.assert(
    fc.asyncProperty(given, async (achievement) => {
      const facts = givenFacts('did:web:exams.example.org');
      const document = { ...(await buildBadge({ ...facts, achievement: { ...facts.achievement, ...achievement } })) };
      expect(await outcomeOf(canonicalise(document))).toEqual(await outcomeOf(canonicaliseByLibrary(document)));
    }),
    { numRuns: 150 },
  );
});

test('the order of properties in a file changes nothing about what is signed', async () => {
  const document = { ...(await buildBadge(givenFacts('did:web:exams.example.org'))) };
  const reversed = Object.fromEntries(Object.entries(document).reverse());
  expect(await canonicalise(reversed)).toBe(await canonicalise(document));
});

async function outcomeOf(canonical: Promise<string>): Promise<string> {
  try {
    return await canonical;
  } catch (error) {
    if (error instanceof CanonicalFault) return error.code;
    throw error;
  }
}

test('the badge that 1EdTech publishes as a test vector has its canonical form, to the byte', async () => {
  const document = JSON.parse(readTestFile('vectors/open-badges-teamwork.json'));
  expect(await canonicalise(document)).toBe(readTestFile('vectors/open-badges-teamwork.nq'));
});

test('the badge in which 1EdTech shows everything there is takes the short cut to the same form', async () => {
  const document = JSON.parse(readTestFile('vectors/open-badges-complete.json'));
  expect(await canonicalise(document)).toBe(await canonicaliseByLibrary(document));
});
