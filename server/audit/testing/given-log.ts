import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openTestDatabase, type TestDatabase } from '../../database/testing/test-database.ts';
import type { Db, Deps } from '../../deps.ts';
import { insertAuditEntry } from '../../organisation/audit.ts';
import { openInstallation } from '../../organisation/installation.ts';
import { openSealingKey, type SealingKey } from '../../organisation/sealing-key.ts';

/** An audit log on a database of its own, with what sealing needs. */
export type GivenLog = Pick<Deps, 'db' | 'installation' | 'auditKey' | 'log'> & {
  database: TestDatabase;
  /** Writes an entry in the transaction given, or one of its own. */
  write: (subjectId: string, db?: Db) => Promise<void>;
  idOf: (subjectId: string) => Promise<string>;
  /** Another node's key. */
  openKey: () => Promise<SealingKey>;
  /** Changes the database as its superuser can: no trigger hears of it. */
  tamper: (change: ReturnType<typeof sql>) => Promise<void>;
  close: () => Promise<void>;
};

export async function openGivenLog(): Promise<GivenLog> {
  const database = await openTestDatabase();
  const { db } = database;
  const folder = await mkdtemp(join(tmpdir(), 'pyladder-test-'));
  const installation = await openInstallation({ db, random: randomBytes, issuerName: null, publicUrl: null });
  const { issuerId } = installation;
  const openKey = async () =>
    openSealingKey({ db, issuerId, dataFolder: await mkdtemp(join(folder, 'node-')), purpose: 'audit' });
  return {
    db,
    database,
    installation,
    auditKey: await openKey(),
    log: pino({ level: 'silent' }),
    openKey,
    write: (subjectId, on = db) =>
      insertAuditEntry(on, {
        issuerId,
        actorId: null,
        action: 'sitting_swept',
        subject: 'sitting',
        subjectId,
        detail: { by: 'time' },
      }),
    async idOf(subjectId) {
      const query = db.selectFrom('audit_entries').select('id').where('subject_id', '=', subjectId);
      return String((await query.executeTakeFirstOrThrow()).id);
    },
    tamper: (change) =>
      db.transaction().execute(async (tx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(tx);
        await change.execute(tx);
      }),
    async close() {
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
