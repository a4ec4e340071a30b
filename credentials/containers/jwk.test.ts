import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jwkOfMultikey, multikeyOfJwk } from './jwk.ts';
import { writeRsaKey } from './rsa-der.ts';

const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const exported = (key: { export(options: { format: 'jwk' }): JsonWebKey }): Record<string, unknown> => ({
  ...key.export({ format: 'jwk' }),
});
const ecKeys = Array.from({ length: 40 }, () => exported(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey));

describe("an issuer's key keeps its meaning when it is written as a Multikey", () => {
  test('points of P-256 come back whole, though only half of them is written', () => {
    for (const { kty, crv, x, y } of ecKeys) {
      const multikey = multikeyOfJwk({ kty, crv, x, y }) ?? '';
      expect(multikey).toMatch(/^zDn[1-9A-Za-z]{46}$/);
      expect(jwkOfMultikey(multikey)).toEqual({ kty, crv, x, y });
    }
  });

  test('RSA keys come back whole', () => {
    const { kty, n, e } = exported(rsa);
    const multikey = multikeyOfJwk({ kty, n, e }) ?? '';
    expect(multikey).toMatch(/^z4MX/);
    expect(jwkOfMultikey(multikey)).toEqual({ kty, n, e });
  });

  test('the DER of an RSA key is the same as OpenSSL writes', () => {
    const { n, e } = exported(rsa);
    const bytes = (text: unknown) => Uint8Array.from(Buffer.from(String(text), 'base64url'));
    expect(Buffer.from(writeRsaKey({ modulus: bytes(n), exponent: bytes(e) }))).toEqual(
      rsa.export({ format: 'der', type: 'pkcs1' }),
    );
  });

  test('the Ed25519 key of RFC 8037 has the Multikey that others give it', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    expect(multikeyOfJwk(jwk)).toBe('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw');
    expect(jwkOfMultikey('z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw')).toEqual(jwk);
  });
});

describe('what is no key of a kind that signs badges', () => {
  test.each([
    {},
    { kty: 'oct', k: 'c2VjcmV0' },
    { kty: 'OKP', crv: 'X25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp' },
    { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' },
    { kty: 'OKP', crv: 'Ed25519', x: 7 },
    { kty: 'EC', crv: 'P-384', x: ecKeys[0]?.x, y: ecKeys[0]?.y },
    { kty: 'EC', crv: 'P-256', x: ecKeys[0]?.x },
    { kty: 'RSA', n: 'A'.repeat(4000), e: 'AQAB' },
    { kty: 'RSA', n: 'not base64!', e: 'AQAB' },
  ])('%j is none', (jwk) => {
    expect(multikeyOfJwk(jwk)).toBeNull();
  });

  test.each([
    '',
    'z',
    'z6Mk',
    'z0OIl',
    'u6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw',
    `z${'1'.repeat(100_000)}`,
    // X25519, and P-384.
    'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
    'z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9',
  ])('%j is none', (multikey) => {
    expect(jwkOfMultikey(multikey)).toBeNull();
  });

  test('half of all numbers are no x of the curve: those are refused', () => {
    const base = Buffer.alloc(32);
    const found = Array.from({ length: 64 }, (_, at) => {
      base[31] = at;
      const x = base.toString('base64url');
      return jwkOfMultikey(multikeyOfJwk({ kty: 'EC', crv: 'P-256', x, y: x }) ?? '');
    });
    expect(found.filter((key) => key === null).length).toBeGreaterThan(10);
    expect(found.filter((key) => key !== null).length).toBeGreaterThan(10);
  });
});
