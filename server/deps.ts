import { randomBytes } from 'node:crypto';
import type { RenderPage } from '@pyladder/contract';
import { didOfOrigin, type SigningKey } from '@pyladder/credentials';
import type { Ladder } from '@pyladder/exam';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import { type Banks, createBanks } from './banks/banks.ts';
import { createPictures, type Pictures } from './credentials/pictures.ts';
import { createStatusLists, type StatusLists } from './credentials/status-lists.ts';
import type { Database } from './database/schema.ts';
import { type DatabaseClock, readDatabaseClock } from './database-clock.ts';
import { createReadiness, type Readiness } from './health/readiness.ts';
import { createIdentity, type Identity } from './identity/identity.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { ReadingLists } from './ladder/references.ts';
import { openCredentialKey } from './organisation/credential-key.ts';
import { type Installation, openInstallation } from './organisation/installation.ts';
import { openSealingKey, type SealingKey } from './organisation/sealing-key.ts';
import type { Settings } from './process/settings.ts';
import type { SiteFiles } from './site/site-files.ts';
import { createFormsInMemory, type FormsInMemory } from './sittings/forms-in-memory.ts';
import { createSaving, type Saving } from './sittings/saves/saves.actions.ts';

export type { DatabaseClock };

/** The database, or a transaction on it. Columns keep their own names; camelCase is made in queries only. */
export type Db = Kysely<Database>;

/** Where the organisation is found on the network: what credentials name it by. */
export type IssuerAddress = {
  /** Where this installation is reached, without a slash at its end. */
  address: string;
  /** did:web of that address. */
  did: string;
};

/** Everything that actions need from outside themselves. */
export type Deps = {
  db: Db;
  clock: DatabaseClock;
  random: (bytes: number) => Buffer;
  log: FastifyBaseLogger;
  settings: Settings;
  installation: Installation;
  receiptKey: SealingKey;
  auditKey: SealingKey;
  credentialKey: SigningKey;
  issuer: IssuerAddress;
  statusLists: StatusLists;
  pictures: Pictures;
  identity: Identity;
  ladder: Ladder;
  readingLists: ReadingLists;
  readiness: Readiness;
  site: SiteFiles;
  /** Makes pages for everybody from what is known here; null where the site was built without it. */
  renderPage: RenderPage | null;
  banks: Banks;
  jobs: Jobs;
  forms: FormsInMemory;
  saving: Saving;
};

/** What the process brings: a migrated database, its settings, its log, the site. Tests bring their own clock or randomness. */
export type Ground = Pick<
  Deps,
  'db' | 'log' | 'settings' | 'ladder' | 'readingLists' | 'site' | 'renderPage' | 'jobs'
> &
  Partial<Pick<Deps, 'clock' | 'random'>> & {
    /** Where the server listens; PUBLIC_URL, if set. */
    address: string;
  };

/** Opens what an installation keeps in its database and data folder, and puts everything together. */
export async function createDeps({ clock: given, random = randomBytes, address, ...ground }: Ground): Promise<Deps> {
  const { db, ladder, log } = ground;
  const clock = given ?? { now: readDatabaseClock };
  const { publicUrl, dataFolder, issuerName, credentialKeyFile } = ground.settings;
  const installation = await openInstallation({ db, random, issuerName, publicUrl });
  const { issuerId, cookieSecret } = installation;
  const issuer = issuerAt(address);
  const credentialKey = await openCredentialKey({ db, issuerId, dataFolder, file: credentialKeyFile });
  return {
    ...ground,
    clock,
    random,
    installation,
    issuer,
    credentialKey,
    statusLists: createStatusLists({ db, clock, issuerId, issuer, key: credentialKey }),
    pictures: createPictures(ladder),
    receiptKey: await openSealingKey({ db, issuerId, dataFolder, purpose: 'receipts' }),
    auditKey: await openSealingKey({ db, issuerId, dataFolder, purpose: 'audit' }),
    identity: createIdentity({ db, issuerId, secret: cookieSecret, publicUrl }),
    readiness: createReadiness(),
    banks: createBanks(db, { issuerId, ladder }),
    forms: createFormsInMemory(),
    saving: createSaving({ db, clock, log }),
  };
}

/** A DID cannot hold an IPv6 address; only a demo is reached by one, from its own machine. */
function issuerAt(address: string): IssuerAddress {
  const { hostname, port } = new URL(address);
  const named = /^[a-z0-9.-]+$/.test(hostname) ? address : `http://localhost${port && `:${port}`}`;
  return { address: named, did: didOfOrigin(named) };
}
