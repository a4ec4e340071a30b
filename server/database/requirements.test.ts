import { createServer } from 'node:net';
import { expect, inject, test } from 'vitest';
import type { StartFault } from '../process/faults.ts';
import { judgeFacts, readConnectionFault, requireUsableDatabase } from './requirements.ts';
import './testing/global-setup.ts';
import { databaseOf, dropDatabase, onServer } from './testing/template.ts';

const { url } = inject('testServer');
const target = { address: 'db:5432', user: 'ada', database: 'exams' };

function at(database: string, user?: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (user !== undefined) address.username = user;
  return address.href;
}

test('a database of a supported version and encoding is accepted if it waits for its disk', async () => {
  // The server of the tests usually does not, to be quick.
  let durable = false;
  await onServer(url, async (client) => {
    const { rows } = await client.query<{ fsync: string }>('SHOW fsync');
    durable = rows[0]?.fsync === 'on';
  });
  const verdict = requireUsableDatabase(url).then(
    () => 'accepted',
    (error: StartFault) => error.fault.kind,
  );
  expect(await verdict).toBe(durable ? 'accepted' : 'database_not_durable');
});

test('a database that does not exist is told by its name', async () => {
  await expect(requireUsableDatabase(at('no_such_database'))).rejects.toMatchObject({
    fault: { kind: 'database_missing', database: 'no_such_database' },
  });
});

test('a user that may not sign in is told by name', async () => {
  await onServer(url, (client) =>
    client.query('DROP ROLE IF EXISTS pyladder_barred; CREATE ROLE pyladder_barred NOLOGIN'),
  );
  const refused = requireUsableDatabase(at(databaseOf(url), 'pyladder_barred'));
  await expect(refused).rejects.toMatchObject({ fault: { kind: 'database_refuses_sign_in', user: 'pyladder_barred' } });
  await onServer(url, (client) => client.query('DROP ROLE pyladder_barred'));
});

test('a database that cannot hold all characters is refused before a name is lost in it', async () => {
  const name = 'pyladder_test_ascii';
  await onServer(url, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`),
  );
  await expect(requireUsableDatabase(at(name))).rejects.toMatchObject({
    fault: { kind: 'database_not_unicode', encoding: 'SQL_ASCII' },
  });
  await dropDatabase(url, name);
});

test('nobody listening is told as unreachable, with the reason and without the password', async () => {
  const refused = requireUsableDatabase('postgres://ada:secret-word@127.0.0.1:1/exams');
  await expect(refused).rejects.toMatchObject({ fault: { kind: 'database_unreachable', address: '127.0.0.1:1' } });
  await expect(refused).rejects.not.toThrow('secret-word');
});

test('a server that hangs up at once, which is no PostgreSQL, is told as unreachable', async () => {
  const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const port = await new Promise<number>((settle) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      settle(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await expect(requireUsableDatabase(`postgres://ada@127.0.0.1:${port}/exams`)).rejects.toMatchObject({
    fault: { kind: 'database_unreachable' },
  });
  other.close();
});

test('PostgreSQL 14 is too old and 15 is not', () => {
  const facts = { address: 'db:5432', version: '14.20', encoding: 'UTF8', fsync: 'on', synchronousCommit: 'on' };
  expect(judgeFacts({ ...facts, versionNumber: 140_020 })).toMatchObject({
    kind: 'database_too_old',
    version: '14.20',
    oldest: 15,
  });
  expect(judgeFacts({ ...facts, versionNumber: 150_000 })).toBeNull();
});

test('a wrong password and a missing one are both a matter of signing in', () => {
  const wrong = Object.assign(new Error('password authentication failed for user "ada"'), { code: '28P01' });
  const missing = new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string');
  expect(readConnectionFault(wrong, target)).toMatchObject({ kind: 'database_refuses_sign_in', user: 'ada' });
  expect(readConnectionFault(missing, target)).toMatchObject({ kind: 'database_refuses_sign_in', user: 'ada' });
});

test('a certificate that does not hold is told as such, for starting the database again would not help', () => {
  for (const code of ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID']) {
    const error = Object.assign(new Error('it does not hold'), { code });
    expect(readConnectionFault(error, target)).toMatchObject({
      kind: 'database_not_trusted',
      reason: 'it does not hold',
    });
  }
});

test('a name with two addresses that both fail still gives a reason', () => {
  const error = new AggregateError([
    new Error('connect ECONNREFUSED ::1:5432'),
    new Error('connect ECONNREFUSED 127.0.0.1:5432'),
  ]);
  expect(readConnectionFault(error, target)).toMatchObject({ reason: 'connect ECONNREFUSED ::1:5432' });
});

test('a database that does not wait for its disk is refused, for a receipt would promise too much', () => {
  const facts = { address: 'db:5432', versionNumber: 170_000, version: '17.0', encoding: 'UTF8' };
  expect(judgeFacts({ ...facts, fsync: 'off', synchronousCommit: 'on' })).toMatchObject({
    kind: 'database_not_durable',
    setting: 'fsync',
  });
  expect(judgeFacts({ ...facts, fsync: 'on', synchronousCommit: 'off' })).toMatchObject({
    kind: 'database_not_durable',
    setting: 'synchronous_commit',
  });
  expect(judgeFacts({ ...facts, fsync: 'on', synchronousCommit: 'remote_apply' })).toBeNull();
});
