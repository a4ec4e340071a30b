import { expect, test } from 'vitest';
import { hashIdentity, namesHolder } from './identity.ts';

const hash = 'sha256$658625b25ab3d75d613ca97d9a5a77f70e2192feca5557f4ad09a4d4f121f5fc';
const badge = (identity: object) => ({
  credentialSubject: { identifier: [{ identityType: 'emailAddress', ...identity }] },
});
const hashed = badge({ hashed: true, identityHash: hash, salt: 'FleurDeSel' });

test('the hash of 1EdTech’s example comes out, so that other programs find the holder too', async () => {
  expect(await hashIdentity('jjefferson18@example.com', 'FleurDeSel')).toBe(hash);
});

test('a holder is found however they write their address', async () => {
  for (const email of ['jjefferson18@example.com', ' JJefferson18@Example.com ']) {
    expect(await namesHolder(hashed, email)).toBe(true);
  }
});

test('a badge is nobody else’s', async () => {
  expect(await namesHolder(hashed, 'mallory@example.com')).toBe(false);
});

test('a badge that names its holder openly is compared with that', async () => {
  const open = badge({ hashed: false, identityHash: 'ada@example.org' });
  expect(await namesHolder(open, 'ADA@example.org')).toBe(true);
  expect(await namesHolder(open, 'bob@example.org')).toBe(false);
});

test.each([
  ['nothing', {}],
  ['no identifier', { credentialSubject: {} }],
  ['a hash of another kind', badge({ hashed: true, identityHash: 'md5$1f', salt: 's' })],
  ['an identifier of another kind', badge({ identityType: 'did', identityHash: 'did:example:a' })],
  ['nonsense', { credentialSubject: [null, 1, { identifier: 'x' }] }],
  ['no document', null],
])('with %s to compare, it is not said whose badge it is', async (_what, document) => {
  expect(await namesHolder(document, 'ada@example.org')).toBeNull();
});
