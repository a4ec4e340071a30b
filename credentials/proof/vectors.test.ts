import { base58, hex } from '@scure/base';
import { expect, test } from 'vitest';
import type { JsonRecord } from '../badge/json.ts';
import { canonicalise } from '../canonical/canonicalise.ts';
import { knownContexts } from '../contexts/known.ts';
import { importSigningKey } from '../keys/signing-key.ts';
import { readTestFile } from '../testing/files.ts';
import { hashForProof } from './data-integrity.ts';
import { signDocument } from './signing.ts';
import { checkProofs } from './verification.ts';

type Steps = { canonicalProof: string; proofHash: string; signature: string | null };
type SignedVector = JsonRecord & { proof: JsonRecord & { verificationMethod: string; created: string } };

const steps = JSON.parse(readTestFile('vectors/w3c-steps.json'));
const contexts = new Map([
  ...knownContexts,
  ['https://www.w3.org/ns/credentials/examples/v2', JSON.parse(readTestFile('vectors/examples-context-v2.json'))],
]);
const vectors = ['w3c-alumni', 'w3c-alumni-own-key'].map((name) => {
  const signed: SignedVector = JSON.parse(readTestFile(`vectors/${name}.json`));
  const { proof, ...document } = signed;
  const of: Steps = steps[name];
  return { name, signed, proof, document, of };
});

test.each(vectors)('the W3C vector $name has its canonical document, to the byte', async ({ document }) => {
  expect(await canonicalise(document, contexts)).toBe(steps.canonicalDocument);
});

test.each(vectors)('the W3C vector $name has its canonical proof, to the byte', async ({ document, proof, of }) => {
  const { proofValue: _value, ...options } = proof;
  const canonical = await canonicalise({ ...options, '@context': document['@context'] }, contexts);
  expect(canonical).toBe(of.canonicalProof);
});

test.each(vectors)('the W3C vector $name has its combined hashes', async ({ document, proof, of }) => {
  const bytes = await hashForProof(document, proof, contexts);
  expect(hex.encode(bytes)).toBe(of.proofHash + steps.documentHash);
});

test.each(vectors)(
  'signing the W3C vector $name gives the published document',
  async ({ signed, document, proof, of }) => {
    const key = await importSigningKey(pkcs8Of(steps.privateKeyMultibase));
    expect(key.publicKeyMultibase).toBe(steps.publicKeyMultibase);
    const made = await signDocument(document, {
      key,
      verificationMethod: proof.verificationMethod,
      created: new Date(proof.created),
      contexts,
    });
    expect(made).toEqual(signed);
    if (of.signature === null) return;
    expect(hex.encode(await key.sign(await hashForProof(document, proof, contexts)))).toBe(of.signature);
  },
);

test.each(vectors)('the W3C vector $name is verified by the key that it names', async ({ signed, proof }) => {
  const id = String(signed.issuer);
  const keys = [{ id: proof.verificationMethod, publicKeyMultibase: steps.publicKeyMultibase }];
  const outcome = await checkProofs(
    signed,
    { id, trusted: { id, name: 'Examples', keys } },
    { now: new Date('2025-01-01'), contexts },
  );
  expect(outcome.result).toBe('holds');
});

function pkcs8Of(multibase: string): Uint8Array {
  const seed = base58.decode(multibase.slice(1)).slice(2);
  return Uint8Array.from([...hex.decode('302e020100300506032b657004220420'), ...seed]);
}
