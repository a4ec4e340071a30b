import { availableParallelism } from 'node:os';
import {
  type BadgeFacts,
  buildBadge,
  buildStatusList,
  canonicaliseByLibrary,
  didOfOrigin,
  encodeStatusList,
  importSigningKey,
  keyIdOf,
  type SigningKey,
  shortestStatusList,
  signDocument,
} from '@pyladder/credentials';
import { openVerifiers, type Terms, type Verifiers } from '@pyladder/credentials/node';

const CREDENTIALS = 10_000;
/** Of the general library's way, which is too slow for all of them. */
const SAMPLE = 500;
const AHEAD = 64;
const ORIGIN = 'https://exams.example.org';
const ISSUED = new Date('2026-01-05T09:00:00Z');
const DID = didOfOrigin(ORIGIN);

/**
 * 10,000 different credentials verified whole, status included: by one thread and by one for each processor, cold
 * (threads just started, nothing learnt) and warm; and what the general JSON-LD library alone takes to bring as many into
 * canonical form. One JSON line.
 *
 * @throws if one of them was not valid
 */
export default async function benchVerify(): Promise<void> {
  const key = await createKey();
  const texts = await signCredentials(key);
  const terms = await givenTerms(key);
  const cores = availableParallelism();
  const one = await measure(1, texts, terms);
  const all = await measure(cores, texts, terms);
  const libraryPerSecond = await measureLibrary(texts.slice(0, SAMPLE));
  const line = {
    credentials: texts.length,
    cores,
    one_core_cold_per_s: Math.round(one.coldPerSecond),
    one_core_warm_per_s: Math.round(one.warmPerSecond),
    all_cores_cold_per_s: Math.round(all.coldPerSecond),
    all_cores_warm_per_s: Math.round(all.warmPerSecond),
    all_cores_cold_s: Math.round((texts.length / all.coldPerSecond) * 100) / 100,
    library_per_s: Math.round(libraryPerSecond),
    times_faster_than_library: Math.round((one.warmPerSecond / libraryPerSecond) * 10) / 10,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function createKey(): Promise<SigningKey> {
  const { privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return importSigningKey(new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)));
}

async function sign(document: object, key: SigningKey): Promise<string> {
  const verificationMethod = keyIdOf(DID, key.publicKeyMultibase);
  return JSON.stringify(await signDocument(document, { key, verificationMethod, created: ISSUED }));
}

async function signCredentials(key: SigningKey): Promise<string[]> {
  const texts: string[] = [];
  for (let index = 0; index < CREDENTIALS; index++) texts.push(await sign(await buildBadge(factsOf(index)), key));
  return texts;
}

function factsOf(index: number): BadgeFacts {
  return {
    id: `${ORIGIN}/credentials/${index}`,
    issuer: { id: DID, name: 'Example Exams', url: ORIGIN },
    isDemo: false,
    achievement: {
      id: `${ORIGIN}/achievements/entry`,
      name: 'Entry-Level Python Programmer',
      short: 'ELPP',
      description: 'Reads and writes short programs in Python.',
      criteria: 'Passed the proctored exam with 70 % or more.',
      criteriaUrl: `${ORIGIN}/ladder/entry`,
      tags: ['Python', 'programming', 'certification'],
    },
    holder: { email: `candidate-${index}@example.org`, salt: `salt-${index}` },
    validFrom: ISSUED,
    validUntil: null,
    status: { listAddress: { revocation: listAddress('revocation'), suspension: listAddress('suspension') }, index },
  };
}

function listAddress(purpose: 'revocation' | 'suspension'): string {
  return `${ORIGIN}/status/1/${purpose}`;
}

async function givenTerms(key: SigningKey): Promise<Terms> {
  const lists = new Map<string, string>();
  for (const purpose of ['revocation', 'suspension'] as const) {
    const address = listAddress(purpose);
    const list = buildStatusList({
      id: address,
      listAddress: address,
      issuerId: DID,
      purpose,
      encodedList: encodeStatusList(shortestStatusList, []),
      validFrom: ISSUED,
      validUntil: null,
    });
    lists.set(address, await sign(list, key));
  }
  const keys = [{ id: keyIdOf(DID, key.publicKeyMultibase), publicKeyMultibase: key.publicKeyMultibase }];
  return {
    trusted: [{ id: DID, name: 'Example Exams', keys }],
    status: async (address) => lists.get(address) ?? null,
    now: new Date('2026-02-01'),
  };
}

async function measure(
  threads: number,
  texts: readonly string[],
  terms: Terms,
): Promise<{ coldPerSecond: number; warmPerSecond: number }> {
  const verifiers = openVerifiers({ threads });
  try {
    const coldPerSecond = await verifyAll(verifiers, texts, terms);
    return { coldPerSecond, warmPerSecond: await verifyAll(verifiers, texts, terms) };
  } finally {
    await verifiers.close();
  }
}

/** Credentials a second. */
async function verifyAll(verifiers: Verifiers, texts: readonly string[], terms: Terms): Promise<number> {
  const began = performance.now();
  for (let at = 0; at < texts.length; at += AHEAD) {
    const reports = await Promise.all(texts.slice(at, at + AHEAD).map((text) => verifiers.verify(text, terms)));
    const wrong = reports.find(({ verdict, complete }) => verdict !== 'valid' || !complete);
    if (wrong !== undefined) throw new Error(`a genuine credential was found ${JSON.stringify(wrong)}`);
  }
  return (texts.length / (performance.now() - began)) * 1000;
}

/** Only the canonical forms of document and proof, without any signature: more than favourable to the library. */
async function measureLibrary(texts: readonly string[]): Promise<number> {
  const began = performance.now();
  for (const text of texts) {
    const { proof, ...document } = JSON.parse(text);
    const { proofValue: _value, ...options } = proof;
    await canonicaliseByLibrary(document);
    await canonicaliseByLibrary({ ...options, '@context': document['@context'] });
  }
  return (texts.length / (performance.now() - began)) * 1000;
}
