import pg from 'pg';
import { columnParsers } from './columns.ts';

/** Connections of one node. Saves travel in batches, so few suffice; 300 at the server leave room for ten nodes. */
const CONNECTIONS = 20;

/** A pool whose sessions have our limits and column types. `onError` hears of idle connections that broke. */
export function createPool(connection: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    max: CONNECTIONS,
    ...connection,
    types: columnParsers,
    application_name: 'pyladder',
    keepAlive: true,
    // Also the longest wait for a free connection: an overloaded server must say so rather than hang.
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // Without a listener, one broken idle connection would end the process.
  pool.on('error', onError);
  // The pool takes its own ear away from a connection in use. One that breaks between two queries of a transaction
  // fails the next of them, so there is nothing to add here, but to be heard it must be.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
