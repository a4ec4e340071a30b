import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../migrate.ts';
import { createPool } from '../pool.ts';

/** A server for tests, and the migrated database on it that each test file gets a copy of. */
export type TestServer = { url: string; template: string };

/** Makes the migrated template on a server whose user may create databases. */
export async function createTemplate(url: string): Promise<TestServer> {
  const template = await createEmptyDatabase(url);
  const pool = createPool({ connectionString: template, max: 1 }, raise);
  await migrate(pool);
  await pool.end();
  return { url, template: databaseOf(template) };
}

/** Makes a database with nothing in it and returns its address. */
export async function createEmptyDatabase(url: string): Promise<string> {
  const name = uniqueName('empty');
  await onServer(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`));
  return urlOf(url, name);
}

/** Copies the template to a database of its own and returns that one's address. */
export async function copyTemplate({ url, template }: TestServer): Promise<string> {
  const name = uniqueName('test');
  await onServer(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`));
  return urlOf(url, name);
}

/** Fails after five seconds if somebody is still connected: a test that leaves a connection behind. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await onServer(url, (client) => client.query(`DROP DATABASE ${name}`));
}

function uniqueName(purpose: string): string {
  return `pyladder_${purpose}_${randomBytes(8).toString('hex')}`;
}

/** The name of the database that an address leads to. */
export function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs work on a connection to a database, by its address. */
export async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** In a test, a broken connection is a failure. */
export function raise(error: Error): never {
  throw error;
}
