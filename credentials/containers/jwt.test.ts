import { readFileSync } from 'node:fs';
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { readBadgeFile } from './badge-file.ts';
import { ContainerFault } from './fault.ts';
import { multikeyOfJwk } from './jwk.ts';
import { type JwtBadge, readJwtBadge } from './jwt.ts';
import { verifyJwtBadge } from './jwt-signature.ts';

const issuerId = 'https://example.edu/issuers/1';
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:5b0e1d3c-6f3b-4f0b-9d4e-0c5f3c7a8b9d',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuerId, type: ['Profile'], name: 'Example' },
  validFrom: '2026-01-02T03:04:05Z',
  validUntil: '2027-01-02T03:04:05Z',
  credentialSubject: { id: 'did:example:ada', type: ['AchievementSubject'] },
};
const claims = {
  iss: issuerId,
  jti: credential.id,
  sub: 'did:example:ada',
  nbf: Date.UTC(2026, 0, 2, 3, 4, 5) / 1000,
  exp: Date.UTC(2027, 0, 2, 3, 4, 5) / 1000,
};

type Signer = { alg: string; jwk: JWK; multikey: string; sign(payload: object, header?: object): Promise<string> };

async function createSigner(alg: string): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const sign = (payload: object, header: object = {}) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg, ...header })
      .sign(privateKey);
  return { alg, jwk, multikey: multikeyOfJwk({ ...jwk }) ?? '', sign };
}

const signers = await Promise.all(['EdDSA', 'Ed25519', 'ES256', 'RS256'].map(createSigner));
const [ed, , ec, rsa] = signers as [Signer, Signer, Signer, Signer];
const publish = (...keys: Signer[]) => ({
  id: issuerId,
  trusted: { keys: keys.map(({ multikey }, at) => ({ id: `${issuerId}#key-${at}`, publicKeyMultibase: multikey })) },
});
const stranger = { id: issuerId, trusted: null };

function faultOf(token: string): string {
  try {
    readJwtBadge(token);
  } catch (error) {
    if (error instanceof ContainerFault) return error.detail.reason ?? error.code;
    throw error;
  }
  throw new Error('was read');
}

const part = (text: string) => Buffer.from(text).toString('base64url');
const tokenOf = (header: string, payload: string) => `${part(header)}.${part(payload)}.c2ln`;
const readPayload = (payload: object): JwtBadge => readJwtBadge(tokenOf('{"alg":"EdDSA"}', JSON.stringify(payload)));

describe('the credential in a token', () => {
  test('is the payload itself without the claims of every token, or the claim vc', () => {
    expect(readPayload({ ...credential, ...claims, iat: 1, aud: 'x' }).document).toEqual(credential);
    expect(readPayload({ ...claims, vc: credential }).document).toEqual(credential);
    expect(readPayload({ ...claims, vc: credential }).disagreement).toBeNull();
  });

  test('is completed by the claims where it is silent, as version 1.1 of the data model allows', () => {
    const { id: _, validFrom, validUntil, issuer, ...rest } = credential;
    const { id: __, ...nameless } = issuer;
    const vc = { ...rest, issuer: nameless, credentialSubject: { type: ['AchievementSubject'] } };
    const { document, disagreement } = readPayload({ ...claims, vc });
    expect(document).toEqual({
      ...credential,
      credentialSubject: { type: ['AchievementSubject'], id: 'did:example:ada' },
      validFrom,
      validUntil,
    });
    expect(disagreement).toBeNull();
    expect(readPayload({ ...claims, vc: { ...rest } }).document).toMatchObject({ issuer: issuerId });
  });

  test.each([
    ['iss', { iss: 'https://example.edu/issuers/2' }],
    ['jti', { jti: 'urn:uuid:other' }],
    ['sub', { sub: 'did:example:eve' }],
    ['nbf', { nbf: claims.nbf + 1 }],
    ['exp', { exp: claims.exp + 86_400 }],
  ])('must not be contradicted by the claim %s', (name, changed) => {
    expect(readPayload({ ...credential, ...claims, ...changed }).disagreement).toBe(name);
    expect(readPayload({ ...claims, ...changed, vc: credential }).disagreement).toBe(name);
  });

  test('may have the dates of version 1.1, fractions of a second and a list of one subject', () => {
    const { validFrom: _, validUntil: __, ...rest } = credential;
    const old = {
      ...rest,
      issuanceDate: '2026-01-02T03:04:05.678Z',
      expirationDate: '2027-01-02T04:04:05+01:00',
      credentialSubject: [credential.credentialSubject],
    };
    expect(readPayload({ ...claims, vc: old })).toMatchObject({ disagreement: null, document: old });
  });
});

describe('a token that nobody could read in two ways', () => {
  test.each([
    ['shape', 'a.b'],
    ['shape', `${tokenOf('{}', '{}')}.x`],
    ['shape', 'eyJ.e30'],
    ['encoding', `${part('{"alg":"EdDSA"}')}.e31.c2ln`],
    ['encoding', `${part('{"alg":"EdDSA"}')}.e30.c2lnA`],
    ['no_object', `${part('{"a":1}')}.${part('[]')}.c2ln`],
    ['claim', tokenOf('{"a":1}', '{"@context":[],"iss":{"id":"x"}}')],
    ['claim', tokenOf('{"a":1}', '{"@context":[],"nbf":"2026"}')],
    ['claim', tokenOf('{"a":1}', '{"@context":[],"exp":1e15}')],
    ['vc', tokenOf('{"a":1}', '{"vc":"eyJ"}')],
    ['two_credentials', tokenOf('{"a":1}', '{"vc":{},"@context":[]}')],
    ['duplicate_key', tokenOf('{"alg":"EdDSA","alg":"none"}', '{}')],
    ['duplicate_key', tokenOf('{"alg":"EdDSA"}', '{"iss":"a","iss":"b"}')],
    ['not_json', tokenOf('{"alg"', '{}')],
    ['not_utf8', `${part('{"alg":"EdDSA"}')}.${Buffer.from([0x7b, 0xff]).toString('base64url')}.c2ln`],
  ])('%s is a fault', (reason, token) => {
    expect(faultOf(token)).toBe(reason);
  });
});

describe('the signature', () => {
  test.each(signers.map((signer) => [signer.alg, signer] as const))(
    'by %s holds under the published key',
    async (_, signer) => {
      for (const payload of [
        { ...credential, ...claims },
        { ...claims, vc: credential },
      ]) {
        const badge = readJwtBadge(await signer.sign(payload, { typ: 'JWT' }));
        expect(await verifyJwtBadge(badge, publish(signer))).toMatchObject({ result: 'holds' });
        expect(await verifyJwtBadge(badge, publish(ed, ec, rsa, signer))).toMatchObject({ result: 'holds' });
      }
    },
  );

  test('may name its key whole, by the fragment or by the bare name, or bring it along', async () => {
    for (const header of [{ kid: `${issuerId}#key-1` }, { kid: '#key-1' }, { kid: 'key-1' }, { jwk: ec.jwk }]) {
      const badge = readJwtBadge(await ec.sign(credential, header));
      expect(await verifyJwtBadge(badge, publish(ed, ec))).toMatchObject({ result: 'holds' });
    }
  });

  test('of a did:key holds under the key that the issuer is', async () => {
    for (const signer of [ed, ec, rsa]) {
      const id = `did:key:${signer.multikey}`;
      const payload = { ...credential, issuer: id };
      const badge = readJwtBadge(await signer.sign(payload, { kid: `${id}#${signer.multikey}` }));
      expect(await verifyJwtBadge(badge, { id, trusted: null })).toMatchObject({ result: 'holds' });
      const false_ = readJwtBadge(await (await createSigner(signer.alg)).sign(payload));
      expect(await verifyJwtBadge(false_, { id, trusted: null })).toMatchObject({ result: 'forged' });
    }
  });

  test('by a key that the token brings along itself proves nothing', async () => {
    const forger = await createSigner('EdDSA');
    const badge = readJwtBadge(await forger.sign(credential, { jwk: forger.jwk }));
    expect(await verifyJwtBadge(badge, publish(ed))).toMatchObject({ result: 'forged', code: 'key_never_published' });
    expect(await verifyJwtBadge(badge, stranger)).toMatchObject({ result: 'unknown', code: 'key_not_known' });
    const named = readJwtBadge(await forger.sign(credential, { jwk: forger.jwk, kid: `${issuerId}#key-0` }));
    expect(await verifyJwtBadge(named, publish(ed))).toMatchObject({ result: 'forged', code: 'signature_broken' });
  });

  test('by a key with an endless name is told in few words', async () => {
    const badge = readJwtBadge(await ed.sign(credential, { kid: 'k'.repeat(100_000) }));
    for (const signatory of [publish(ed), stranger]) {
      const { detail } = await verifyJwtBadge(badge, signatory);
      expect(detail.verificationMethod).toBe(`${'k'.repeat(200)}…`);
    }
  });

  test('that does not even hold under the key it brings along is forged, whoever the issuer is', async () => {
    const [header, payload, signature] = (await ed.sign(credential, { jwk: ec.jwk })).split('.');
    const badge = readJwtBadge(`${part(JSON.stringify({ alg: 'EdDSA', jwk: ed.jwk }))}.${payload}.${signature}`);
    expect(await verifyJwtBadge(badge, stranger)).toMatchObject({ result: 'forged', code: 'signature_broken' });
    const other = readJwtBadge(`${header}.${payload}.${signature}`);
    expect(await verifyJwtBadge(other, stranger)).toMatchObject({ result: 'unknown' });
  });

  test('that holds does not help a token whose claims say something else than the credential', async () => {
    const badge = readJwtBadge(await ed.sign({ ...credential, ...claims, exp: claims.exp + 1 }));
    expect(await verifyJwtBadge(badge, publish(ed))).toEqual({
      result: 'forged',
      code: 'claims_disagree',
      detail: { claim: 'exp' },
    });
  });

  test('is not looked at if it is none, or an algorithm in which the published key would be the secret', async () => {
    const unsigned = readJwtBadge(`${part('{"alg":"none"}')}.${part(JSON.stringify(credential))}.`);
    expect(await verifyJwtBadge(unsigned, publish(ed))).toMatchObject({ result: 'not_understood', code: 'no_proof' });
    const secret = Buffer.from(ed.multikey);
    for (const alg of ['HS256', 'NONE', 'None', 'toString', '__proto__x', 'PS256', 'ES384']) {
      const token =
        alg === 'HS256'
          ? await new CompactSign(Buffer.from(JSON.stringify(credential))).setProtectedHeader({ alg }).sign(secret)
          : tokenOf(JSON.stringify({ alg }), JSON.stringify(credential));
      expect(await verifyJwtBadge(readJwtBadge(token), publish(ed))).toEqual({
        result: 'not_understood',
        code: 'suite_not_supported',
        detail: { suite: alg },
      });
    }
  });

  test('is not looked at if the header asks for what is not understood', async () => {
    const token = tokenOf('{"alg":"EdDSA","crit":["b64"],"b64":false}', JSON.stringify(credential));
    expect(await verifyJwtBadge(readJwtBadge(token), publish(ed))).toMatchObject({ code: 'header_not_supported' });
    for (const header of ['{"typ":"JWT"}', '{"alg":7}', '{"alg":"EdDSA","kid":7}']) {
      const badge = readJwtBadge(tokenOf(header, JSON.stringify(credential)));
      expect(await verifyJwtBadge(badge, publish(ed))).toMatchObject({
        result: 'not_understood',
        code: 'proof_malformed',
      });
    }
  });

  test('by a key of a kind that the issuer is not known to have is not called forged', async () => {
    const badge = readJwtBadge(await rsa.sign(credential));
    expect(await verifyJwtBadge(badge, publish(ed))).toMatchObject({
      result: 'not_understood',
      code: 'key_not_supported',
    });
  });

  test('by an RSA key that is too short is not believed', async () => {
    const short = multikeyOfJwk({ kty: 'RSA', n: Buffer.alloc(128, 0xab).toString('base64url'), e: 'AQAB' }) ?? '';
    const badge = readJwtBadge(await rsa.sign(credential));
    const signatory = { id: issuerId, trusted: { keys: [{ id: 'a', publicKeyMultibase: short }] } };
    expect(await verifyJwtBadge(badge, signatory)).toMatchObject({ code: 'key_not_supported' });
  });

  test('does not survive a change of any character of the token', async () => {
    const token = await ed.sign({ ...credential, ...claims }, { kid: 'key-0' });
    for (let at = 0; at < token.length; at++) {
      for (const letter of ['A', 'B', '_', '.']) {
        if (token[at] === letter) continue;
        const changed = token.slice(0, at) + letter + token.slice(at + 1);
        expect(await judgeToken(changed), `${letter} at ${at}`).not.toBe('holds');
      }
    }
  });
});

async function judgeToken(token: string): Promise<string> {
  try {
    return (await verifyJwtBadge(readJwtBadge(token), publish(ed))).result;
  } catch (error) {
    if (error instanceof ContainerFault) return error.code;
    throw error;
  }
}

describe("1EdTech's own tokens", () => {
  const example = (name: string) => readFileSync(new URL(`./examples/${name}`, import.meta.url), 'utf8');
  const readExample = (name: string): JwtBadge => {
    const file = readBadgeFile(example(name));
    return readJwtBadge(file.format === 'jwt' ? file.text : '');
  };

  test('the example of the specification, printed in lines, holds under the key it was published with', async () => {
    const badge = readExample('teamwork.jwt');
    expect(badge.document).toMatchObject({ name: 'Teamwork Badge', issuer: { name: 'Example Corp' } });
    expect(badge.disagreement).toBeNull();
    const publicKeyMultibase = multikeyOfJwk({ ...(badge.header.jwk as object) }) ?? '';
    const id = 'https://example.com/issuers/876543';
    const trusted = { keys: [{ id: `${id}#key`, publicKeyMultibase }] };
    expect(await verifyJwtBadge(badge, { id, trusted })).toMatchObject({ result: 'holds' });
    expect(await verifyJwtBadge(badge, { id, trusted: { keys: [] } })).toMatchObject({ result: 'not_understood' });
    expect(await verifyJwtBadge(badge, publish(rsa))).toMatchObject({ result: 'forged' });
  });

  test("the validator's token is read, and agrees with itself", () => {
    const badge = readExample('simple.jwt');
    expect(badge.document).toMatchObject({
      id: 'http://example.edu/credentials/3732',
      issuanceDate: '2010-01-01T00:00:00Z',
    });
    expect(badge.disagreement).toBeNull();
  });
});
