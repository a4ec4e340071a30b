import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readContextFile } from '../testing/files.ts';
import { contextAddresses } from './addresses.ts';
import { knownContexts } from './known.ts';

/** The first three are published by the W3C beside the files; see README.md for the others. */
const digests = [
  ['credentials-v2.json', '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734'],
  ['credentials-v1.json', 'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc'],
  ['did-v1.json', '4f3eae5568c9c5f036a082088f9e192019ee06faa78973c87ff91d5421b88dad'],
  ['open-badges-3.0.0.json', '9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72'],
  ['open-badges-3.0.1.json', 'af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba'],
  ['open-badges-3.0.2.json', '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53'],
  ['open-badges-3.0.3.json', '01d87cc8b5357af557bfb09428f603c4691c49ef8a6089945a70bda1b96b1db2'],
  ['open-badges-extensions.json', '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e'],
  ['data-integrity-v1.json', 'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554'],
  ['data-integrity-v2.json', '0f77743daf5b4e8fc067fc5ba5b21044283053aa717fc6b0219843bed3b00363'],
  ['multikey-v1.json', 'c5f3806f8286920573221938917988a18a4cc5a09e968d29649613c7a1c2b1f6'],
  ['ed25519-signature-2020-v1.json', 'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588'],
] as const;

test.each(digests)(
  '%s is byte for byte what was taken in, so that no signature changes its meaning',
  (name, digest) => {
    expect(createHash('sha256').update(readContextFile(name)).digest('hex')).toBe(digest);
  },
);

test('no known context refers to another address, so that none is ever wanted from the network', () => {
  for (const [address, context] of knownContexts) {
    expect(referencesIn(context), address).toEqual([]);
  }
});

test('the contexts that badges are built with are among those that verification knows', () => {
  expect(knownContexts.has(contextAddresses.credentials)).toBe(true);
  expect(knownContexts.has(contextAddresses.openBadges)).toBe(true);
});

test('no property has two names, by one of which a forger could hide it from whoever looks for the other', () => {
  const names = new Map<string, Set<string>>();
  for (const context of knownContexts.values()) collectProperties(context, names);
  const doubled = [...names].filter(([, terms]) => terms.size > 1);
  expect(doubled).toEqual([]);
});

test('no context gives the beginning of an address another meaning', () => {
  const terms = [...knownContexts.values()].flatMap(termsIn);
  for (const scheme of ['http', 'https', 'urn', 'did', 'data', 'mailto']) expect(terms).not.toContain(scheme);
});

function termsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => [key, ...termsIn(entry)]);
}

/** The names of properties by what they mean. Names of types begin with a capital; documents cannot use them as keys. */
function collectProperties(value: unknown, names: Map<string, Set<string>>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    if (key === '@context' && typeof entry === 'object' && entry !== null) {
      for (const [term, definition] of Object.entries(entry)) {
        const meaning = meaningOf(definition);
        if (meaning === null || !/^[a-z_]/.test(term)) continue;
        names.set(meaning, (names.get(meaning) ?? new Set()).add(term));
      }
    }
    collectProperties(entry, names);
  }
}

function meaningOf(definition: unknown): string | null {
  const id = typeof definition === 'object' && definition !== null ? Object(definition)['@id'] : definition;
  if (typeof id !== 'string') return null;
  return id
    .replace(/^cred:/, 'https://www.w3.org/2018/credentials#')
    .replace(/^sec:/, 'https://w3id.org/security#')
    .replace(/^xsd:/, 'http://www.w3.org/2001/XMLSchema#');
}

/** Every text that stands where a context would be loaded from. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const listed: unknown[] = key === '@context' ? [entry].flat() : [];
    return [...listed.filter((each) => typeof each === 'string'), ...referencesIn(entry)];
  });
}
