import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { hex } from '@scure/base';
import { beforeAll, expect, test } from 'vitest';
import { canonicalise } from '../canonical/canonicalise.ts';
import { decodeMultikey } from '../keys/multikey.ts';
import { givenFacts, givenIssuer, type Issuer } from './issuer.ts';

let issuer: Issuer;

beforeAll(async () => {
  issuer = await givenIssuer();
});

test('our badge has the same canonical form in Python, and its signature holds there', async () => {
  const badge = await issuer.issue();
  const { proof: _proof, ...unsigned } = badge;
  const verified = verifyInPython(badge);
  expect(verified.document).toBe(await canonicalise(unsigned));
  expect(verified.holds).toBe(true);
});

test('a badge in many scripts, with everything that has to be escaped, has too', async () => {
  const facts = givenFacts(issuer.id);
  const name = 'Zoë "Δ" \\ 学習者 😀 \t\r\n';
  const badge = await issuer.issue({ achievement: { ...facts.achievement, name, tags: ['ä', 'a', 'a', '𝒳'] } });
  const { proof: _proof, ...unsigned } = badge;
  const verified = verifyInPython(badge);
  expect(verified.document).toBe(await canonicalise(unsigned));
  expect(verified.holds).toBe(true);
});

test('a changed badge does not hold in Python either', async () => {
  expect(verifyInPython({ ...(await issuer.issue()), name: 'Expert' }).holds).toBe(false);
});

function verifyInPython(badge: object): { document: string; proof: string; holds: boolean } {
  const key = decodeMultikey(issuer.key.publicKeyMultibase);
  const input = JSON.stringify({ badge, publicKey: hex.encode(key ?? new Uint8Array()) });
  const script = join(import.meta.dirname, 'verify_badge.py');
  const contexts = join(import.meta.dirname, '..', 'contexts');
  return JSON.parse(execFileSync('/usr/bin/python3', [script, contexts], { input, encoding: 'utf8' }));
}
