import type { Ladder } from '@pyladder/exam';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Database } from './database/schema.ts';
import type { Readiness } from './health/readiness.ts';
import type { SittingBearer } from './http/callers.ts';
import type { Identity } from './identity/identity.ts';
import type { Installation } from './organisation/installation.ts';
import type { ReceiptKey } from './organisation/receipt-key.ts';
import type { Settings } from './process/settings.ts';

/** The database, or a transaction on it. Columns keep their own names; camelCase is made in queries only. */
export type Db = Kysely<Database>;

/** One clock for all nodes: the database's. Tests may shift it. */
export type DatabaseClock = {
  /** The instant, whole milliseconds, as PostgreSQL reads it now (not when the transaction began). */
  now(tx: Db): Promise<Date>;
};

/** Tokens that open one sitting each; checked without a look into the database. */
export type SittingTokens = {
  /** Null for a token that is forged, broken or expired. */
  read(token: string): SittingBearer | null;
};

/** Everything that actions need from outside themselves. */
export type Deps = {
  db: Db;
  clock: DatabaseClock;
  random: (bytes: number) => Buffer;
  log: FastifyBaseLogger;
  settings: Settings;
  installation: Installation;
  receiptKey: ReceiptKey;
  identity: Identity;
  sittingTokens: SittingTokens;
  ladder: Ladder;
  readiness: Readiness;
};
