import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Fault, StartFault } from '../process/faults.ts';

/** Oldest PostgreSQL that Pyladder is tested on: Debian 12's. */
const OLDEST_MAJOR = 15;

const CONNECT_LIMIT_MS = 5000;
const RECOVERY_LIMIT_MS = 30_000;
/** The server is there and will soon accept connections. */
const STARTING_UP = '57P03';
/** What Node and OpenSSL say of a certificate that does not hold. */
const CERTIFICATE_CODES = /SELF_SIGNED|^UNABLE_TO_(GET|VERIFY)|^CERT_|^ERR_TLS_CERT/;

type Facts = {
  address: string;
  versionNumber: number;
  version: string;
  encoding: string;
  fsync: string;
  synchronousCommit: string;
};

/**
 * Connects to a database once and makes sure that Pyladder can work with it. A server that is just starting is waited for.
 *
 * @throws StartFault database_unreachable | database_not_trusted | database_refuses_sign_in | database_missing
 *   | database_too_old | database_not_unicode | database_not_durable
 */
export async function requireUsableDatabase(databaseUrl: string): Promise<void> {
  const end = performance.now() + RECOVERY_LIMIT_MS;
  for (;;) {
    const result = await readFacts(databaseUrl);
    if (!('kind' in result)) {
      const fault = judgeFacts(result);
      if (fault !== null) throw new StartFault(fault);
      return;
    }
    if (!result.isStarting || performance.now() > end) throw new StartFault(result.fault);
    await pause(250);
  }
}

/** What makes a database unusable, or null. */
export function judgeFacts({
  address,
  versionNumber,
  version,
  encoding,
  fsync,
  synchronousCommit,
}: Facts): Fault | null {
  if (versionNumber < OLDEST_MAJOR * 10_000)
    return { kind: 'database_too_old', address, version, oldest: OLDEST_MAJOR };
  if (encoding !== 'UTF8') return { kind: 'database_not_unicode', address, encoding };
  // A receipt says that an answer is on disk, so the disk must have been waited for.
  if (fsync === 'off') return { kind: 'database_not_durable', address, setting: 'fsync' };
  if (synchronousCommit === 'off') return { kind: 'database_not_durable', address, setting: 'synchronous_commit' };
  return null;
}

type Failure = { kind: 'failure'; fault: Fault; isStarting: boolean };

async function readFacts(databaseUrl: string): Promise<Facts | Failure> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  const target = {
    address: client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`,
    user: client.user ?? '',
    database: client.database ?? '',
  };
  // A connection that breaks later than its query must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Omit<Facts, 'address' | 'versionNumber'> & { versionNumber: string }>(
      `SELECT current_setting('server_version_num') AS "versionNumber", current_setting('server_version') AS version,
              current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS "synchronousCommit"`,
    );
    const row = rows[0];
    if (row === undefined) throw new Error('a query without FROM returned no row');
    return { address: target.address, ...row, versionNumber: Number(row.versionNumber) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'failure', fault: readConnectionFault(error, target), isStarting: codeOf(error) === STARTING_UP };
  } finally {
    await client.end();
  }
}

/** @see PostgreSQL's appendix "Error Codes", classes 28 and 3D */
export function readConnectionFault(error: Error, target: { address: string; user: string; database: string }): Fault {
  const { address, user, database } = target;
  const code = codeOf(error);
  if (code.startsWith('28') || /SASL/.test(error.message)) return { kind: 'database_refuses_sign_in', address, user };
  if (code === '3D000') return { kind: 'database_missing', address, database };
  // A name with several addresses fails once for each of them, under an error without words.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message : String(first);
  const words = reason.replaceAll('\n', ' ').trim();
  const kind = CERTIFICATE_CODES.test(code) ? 'database_not_trusted' : 'database_unreachable';
  return { kind, address, reason: words };
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
