import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildBadge,
  buildDidDocument,
  buildStatusList,
  didOfOrigin,
  encodeStatusList,
  importSigningKey,
  keyIdOf,
  signDocument,
} from '@pyladder/credentials';
import { onTestFinished } from 'vitest';

export type BadgeWish = { index?: number; validUntil?: Date | null; isDemo?: boolean };

/** An issuer that runs on this machine, and a folder for what is downloaded from it. */
export type GivenDemo = {
  origin: string;
  did: string;
  /** Writes a file into the folder. @returns its path */
  file(name: string, content: string | Uint8Array | object): string;
  badge(wish?: BadgeWish): Promise<string>;
  /** The lists as they are published, so that they can be saved. */
  list(purpose: 'revocation' | 'suspension'): Promise<string>;
  didDocument: object;
  folder: string;
  /** Serves more, by path. */
  documents: Map<string, { type: string; body: string | Uint8Array }>;
  stop(): Promise<void>;
};

export const now = '2027-03-05';
const signedAt = new Date('2027-01-01T00:00:00Z');
const LIST_LENGTH = 131_072;

/** @param withdrawn the places of credentials that were revoked or suspended */
export async function givenDemo(withdrawn: { revoked?: number[]; suspended?: number[] } = {}): Promise<GivenDemo> {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-verify-'));
  const documents: GivenDemo['documents'] = new Map();
  const server = createServer(({ url = '' }, response) => {
    const { type, body } = documents.get(url) ?? { type: 'text/plain', body: '' };
    response.writeHead(documents.has(url) ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const did = didOfOrigin(origin);
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = await importSigningKey(privateKey.export({ type: 'pkcs8', format: 'der' }));
  const verificationMethod = keyIdOf(did, key.publicKeyMultibase);
  const keys = [{ id: verificationMethod, publicKeyMultibase: key.publicKeyMultibase }];
  const sign = async (document: object) =>
    JSON.stringify(await signDocument(document, { key, verificationMethod, created: signedAt }));
  const addressOf = (purpose: string) => `${origin}/status/1/${purpose}`;

  const demo: GivenDemo = {
    origin,
    did,
    folder,
    documents,
    stop,
    didDocument: buildDidDocument({ did, keys, url: origin }),
    file(name, content) {
      const path = join(folder, name);
      const isText = typeof content === 'string' || content instanceof Uint8Array;
      writeFileSync(path, isText ? content : JSON.stringify(content));
      return path;
    },
    badge: async ({ index = 1, validUntil = null, isDemo = false } = {}) =>
      sign(
        await buildBadge({
          id: `${origin}/credentials/${idAt(index)}`,
          issuer: { id: did, name: 'Ladder College', url: origin },
          isDemo,
          achievement: {
            id: `${origin}/achievements/pcep`,
            name: 'Certified Entry-Level Python Programmer',
            short: 'PCEP',
            description: 'The holder has passed the PCEP exam.',
            criteria: 'At least 21 of 30 points.',
            criteriaUrl: `${origin}/pcep`,
            tags: [],
          },
          holder: { email: 'ada@example.org', salt: 'c2FsdA' },
          validFrom: signedAt,
          validUntil,
          status: {
            listAddress: { revocation: addressOf('revocation'), suspension: addressOf('suspension') },
            index,
          },
        }),
      ),
    list: (purpose) =>
      sign(
        buildStatusList({
          id: addressOf(purpose),
          listAddress: addressOf(purpose),
          issuerId: did,
          purpose,
          encodedList: encodeStatusList(
            LIST_LENGTH,
            (purpose === 'revocation' ? withdrawn.revoked : withdrawn.suspended) ?? [],
          ),
          validFrom: signedAt,
          validUntil: null,
        }),
      ),
  };
  const json = (body: string) => ({ type: 'application/json', body });
  documents.set('/.well-known/did.json', json(JSON.stringify(demo.didDocument)));
  for (const purpose of ['revocation', 'suspension'] as const) {
    documents.set(`/status/1/${purpose}`, json(await demo.list(purpose)));
  }
  return demo;
}

/** The id of the credential at a place of the status lists. */
export function idAt(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}
