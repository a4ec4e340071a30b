import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, sha256 } from './canonical.ts';

test('an item has the same bytes whatever the order in which its fields were written', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 'é' }], a: null })).toBe('{"a":null,"b":[{"c":"é","d":1}]}');
  expect(canonicalJson({ a: null, b: [{ c: 'é', d: 1 }] })).toBe('{"a":null,"b":[{"c":"é","d":1}]}');
});

test('canonical JSON says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a hash is that of the UTF-8 bytes, as sha256sum gives it', () => {
  expect(sha256('é\n')).toBe('edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2');
});
