import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JWK } from 'jose';
import { sql } from 'kysely';
import { z } from 'zod';
import { openInstalledDatabase } from '../database/installed-database.ts';
import type { Db } from '../deps.ts';
import type { Settings } from '../process/settings.ts';
import { openExport, writeExport } from './audit-file.ts';
import { countEntries, findIssuer, hasChain, listAuditKeys, readLog } from './chain-reading.queries.ts';
import { type AuditReport, verifyLog } from './verification.ts';

/** Something about the command or its place that its user can put right. One line. */
export class CommandFault extends Error {}

export type VerifyOrder = {
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>;
  /** An export to check instead of the database. */
  file: string | null;
  /** A JWK set: the keys to believe, instead of those that the log brings along. */
  keysFile: string | null;
  expectedHead: string | null;
  onProgress: (done: number, total: number | null) => void;
};

/** Checks the log in the database, or in an export. @throws CommandFault, StartFault, UnreadableExport */
export async function verifyAudit(order: VerifyOrder): Promise<AuditReport> {
  const { settings, file, keysFile, expectedHead, onProgress } = order;
  const pinned = keysFile === null ? null : await readKeys(keysFile);
  if (file !== null) {
    const { header, parts } = await openExport(file).catch(unlessMissing(file));
    const keys = pinned ?? header.keys;
    return verifyLog(parts, { keys, expectedHead, onProgress: (done) => onProgress(done, null) });
  }
  return withLog(settings, async (tx, issuer) => {
    const total = await countEntries(tx, issuer.id);
    const keys = pinned ?? (await listAuditKeys(tx, issuer.id));
    return verifyLog(readLog(tx, issuer.id), { keys, expectedHead, onProgress: (done) => onProgress(done, total) });
  });
}

/** Writes the whole log to a new file that only this account can read. @throws CommandFault, StartFault */
export async function exportAudit(settings: VerifyOrder['settings'], file: string): Promise<void> {
  await withLog(settings, async (tx, issuer) => {
    const header = { issuer, keys: await listAuditKeys(tx, issuer.id), exportedAt: new Date().toISOString() };
    const lines = Readable.from(writeExport(header, readLog(tx, issuer.id)), { objectMode: true, highWaterMark: 16 });
    const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    try {
      await pipeline(lines, stream);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw new CommandFault(`${file} is there already: name a new file.`);
      if (!stream.pending) await rm(file, { force: true });
      if (codeOf(error) !== null) throw new CommandFault(`${file} cannot be written (${codeOf(error)}).`);
      throw error;
    }
  });
}

/** One snapshot of the installation's log, for as long as `work` takes. */
async function withLog<T>(
  settings: VerifyOrder['settings'],
  work: (tx: Db, issuer: { id: string; name: string }) => Promise<T>,
): Promise<T> {
  const database = await openInstalledDatabase(settings);
  if (database === null) {
    const where = `There is no database in ${settings.dataFolder}`;
    throw new CommandFault(`${where}: set DATA_DIR to the installation's folder, or write --database ADDRESS.`);
  }
  try {
    const snapshot = database.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
    return await snapshot.execute(async (tx) => {
      await sql`SET LOCAL statement_timeout = 0`.execute(tx);
      const issuer = (await hasChain(tx)) ? await findIssuer(tx) : null;
      if (issuer !== null) return work(tx, issuer);
      throw new CommandFault('This database has no audit chain yet: start this version of Pyladder on it once.');
    });
  } finally {
    await database.close();
  }
}

const KeySet = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('OKP'), x: z.string() })) });

async function readKeys(file: string): Promise<JWK[]> {
  const text = await readFile(file, 'utf8').catch(unlessMissing(file));
  const set = KeySet.safeParse(parseJson(text));
  if (!set.success)
    throw new CommandFault(`${file} is no JWK set; save the installation's /.well-known/jwks.json there.`);
  return set.data.keys;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function unlessMissing(file: string): (error: unknown) => never {
  return (error) => {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new CommandFault(`${file} cannot be read (${code}).`);
  };
}

/** A system's error code, such as ENOENT; null for errors of another kind. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^E[A-Z]+$/.test(error.code) ? error.code : null;
}
