import { buildStatusList, encodeStatusList, keyIdOf, type SigningKey, signDocument } from '@pyladder/credentials';
import type { DatabaseClock, Db, IssuerAddress } from '../deps.ts';
import { addressesBelow, type StatusPurpose } from './addresses.ts';
import { findListContent, findListVersion } from './status-lists.queries.ts';

/** How long a verifier may keep a list, and after how long a new one is signed although nothing has changed. */
const VALID_MS = 24 * 60 * 60 * 1000;
const FRESH_MS = 6 * 60 * 60 * 1000;
/** So that a list of just now is no future one to a verifier whose clock is a little slow. */
const BACKDATED_MS = 60 * 1000;

/** The signed status lists, made when first asked for and kept until a bit changes. */
export type StatusLists = {
  /** The signed list as JSON, or null if there is no such list. */
  read(number: number, purpose: StatusPurpose): Promise<string | null>;
};

export type StatusListOptions = {
  db: Db;
  clock: DatabaseClock;
  issuerId: string;
  issuer: IssuerAddress;
  key: SigningKey;
};

type Kept = { version: number; madeAt: number; text: Promise<string> };

export function createStatusLists({ db, clock, issuerId, issuer, key }: StatusListOptions): StatusLists {
  const kept = new Map<string, Kept>();

  async function make(number: number, purpose: StatusPurpose, now: Date): Promise<string> {
    const content = await findListContent(db, { issuerId, number }, purpose);
    if (content === null) throw new Error(`status list ${number} is gone`);
    const validFrom = new Date(now.getTime() - BACKDATED_MS);
    const address = addressesBelow(issuer.address).status(number, purpose);
    const list = buildStatusList({
      id: address,
      listAddress: address,
      issuerId: issuer.did,
      purpose,
      encodedList: encodeStatusList(content.length, content.set),
      validFrom,
      validUntil: new Date(validFrom.getTime() + VALID_MS),
    });
    const verificationMethod = keyIdOf(issuer.did, key.publicKeyMultibase);
    return JSON.stringify(await signDocument(list, { key, verificationMethod, created: now }));
  }

  return {
    async read(number, purpose) {
      const version = await findListVersion(db, { issuerId, number });
      if (version === null) return null;
      const now = await clock.now(db);
      const name = `${number}/${purpose}`;
      const known = kept.get(name);
      if (known !== undefined && known.version === version && now.getTime() - known.madeAt < FRESH_MS) {
        return known.text;
      }
      // Kept as a promise, so that many who ask at once wait for one signature. One that fails is not kept.
      const text = make(number, purpose, now);
      const made = { version, madeAt: now.getTime(), text };
      kept.set(name, made);
      text.catch(() => kept.get(name) === made && kept.delete(name));
      return text;
    },
  };
}
